// A small list of places by hand, those that are named most and the staging sites people are flown from. An operator
// imports the full public lists; a place missing here is kept as it was typed.
import type { Facility } from "@safe-conduct/domain/custody"
import { timeZoneOf } from "@safe-conduct/domain/time"
import { facilityPoints } from "./facility-points.ts"
import { officeOfPlace } from "./field-offices.ts"

const eastern = timeZoneOf("America/New_York")
const central = timeZoneOf("America/Chicago")
const mountain = timeZoneOf("America/Denver")
const arizona = timeZoneOf("America/Phoenix")
const pacific = timeZoneOf("America/Los_Angeles")

function pointOf(code: string): Pick<Facility, "at"> {
  const at = facilityPoints[code]
  return at === undefined ? {} : { at: [...at] }
}

const held = (code: string, name: string, city: string, state: string, timeZone: Facility["timeZone"], ...also: string[]): Facility => ({
  code,
  name,
  city,
  state,
  timeZone,
  staging: false,
  kind: "detention",
  office: officeOfPlace(state, city),
  ...pointOf(code),
  ...(also.length > 0 ? { also } : {}),
})
const staging = (...given: Parameters<typeof held>): Facility => ({ ...held(...given), staging: true, kind: "hold" })

export const facilities: readonly Facility[] = [
  staging(
    "IWAHOLD",
    "Arizona Removal Operations Coordination Center (AROCC)",
    "Mesa",
    "AZ",
    arizona,
    "Mesa AROCC",
    "Mesa Gateway airport",
    "Меса",
    "Меза",
  ),
  staging("JENATLA", "Alexandria Staging Facility", "Alexandria", "LA", central, "Alexandria airport", "Александрия"),
  staging("FSF", "Florence Staging Facility", "Florence", "AZ", arizona),
  staging("RGS", "Rio Grande Valley Staging", "Los Fresnos", "TX", central),
  staging("MSF", "Miami Staging Facility", "Miami", "FL", eastern),
  staging("SNDHOLD", "San Diego District Staging", "San Diego", "CA", pacific),
  staging("SJS", "San Juan Staging", "Guaynabo", "PR", timeZoneOf("America/Puerto_Rico")),
  staging("STK", "Stockton Staging Facility", "Stockton", "CA", pacific, "Стоктон"),
  staging("BSAHOLD", "Broadview Service Staging", "Broadview", "IL", central, "Бродвью"),
  held("LAWINCI", "Winn Correctional Center", "Winnfield", "LA", central, "Винн", "Уинн", "Виннфилд", "Уиннфилд"),
  held("BASILLA", "South Louisiana ICE Processing Center", "Basile", "LA", central, "Базиль", "Бэзил"),
  held("PINEPLA", "Pine Prairie ICE Processing Center", "Pine Prairie", "LA", central, "Пайн Прери"),
  held("JENADLA", "Central Louisiana ICE Processing Center", "Jena", "LA", central, "LaSalle", "Джена"),
  held("JKPCCLA", "Jackson Parish Correctional Center", "Jonesboro", "LA", central, "Джексон Пэриш", "Джонсборо"),
  held("RWCCMLA", "Richwood Correctional Center", "Monroe", "LA", central, "Ричвуд"),
  held("ADAMSMS", "Adams County Detention Center", "Natchez", "MS", central, "Адамс", "Натчез"),
  held("EAZ", "Eloy Detention Center", "Eloy", "AZ", arizona, "Элой"),
  held("FLO", "Florence Service Processing Center", "Florence", "AZ", arizona, "Флоренс"),
  held("LPLCCAZ", "La Palma Correctional Center", "Eloy", "AZ", arizona, "Ла Пальма"),
  held("CCAFLAZ", "Central Arizona Florence Correctional Complex", "Florence", "AZ", arizona),
  held("ADLNTCA", "Adelanto ICE Processing Center", "Adelanto", "CA", pacific, "Аделанто"),
  held("CADESVI", "Desert View Annex", "Adelanto", "CA", pacific, "Дезерт Вью"),
  held("CCASDCA", "Otay Mesa Detention Center", "San Diego", "CA", pacific, "Отай Меса", "Отай Меза"),
  held("IRADFCA", "Imperial Regional Detention Facility", "Calexico", "CA", pacific, "Импириал", "Калексико"),
  held("CACFMES", "Mesa Verde ICE Processing Center", "Bakersfield", "CA", pacific, "Меса Верде", "Бейкерсфилд"),
  held("GLDSACA", "Golden State Annex", "McFarland", "CA", pacific, "Голден Стейт"),
  held("CSCNWWA", "Northwest ICE Processing Center", "Tacoma", "WA", pacific, "Такома"),
  held("NVSDCNV", "Nevada Southern Detention Center", "Pahrump", "NV", pacific, "Парамп"),
  held("DENICDF", "Denver Contract Detention Facility", "Aurora", "CO", mountain, "Аврора", "Орора"),
  held("OTRPCNM", "Otero County Processing Center", "Chaparral", "NM", mountain, "Отеро"),
  held("TOORANM", "Torrance County Detention Facility", "Estancia", "NM", mountain, "Торранс"),
  held("CIBOCNM", "Cibola County Correctional Center", "Milan", "NM", mountain, "Сибола"),
  held("EPC", "El Paso Service Processing Center", "El Paso", "TX", mountain, "Эль-Пасо"),
  held("EROFCB", "Camp East Montana", "El Paso", "TX", mountain, "Fort Bliss", "Форт-Блисс", "Ист Монтана"),
  held("PIC", "Port Isabel Detention Center", "Los Fresnos", "TX", central, "Порт Изабель"),
  held("STCDFTX", "South Texas ICE Processing Center", "Pearsall", "TX", central, "Пирсолл"),
  held("STFRCTX", "Dilley Immigration Processing Center", "Dilley", "TX", central, "Дилли"),
  held("KRNRCTX", "Karnes County Immigration Processing Center", "Karnes City", "TX", central, "Карнс"),
  held("BLBNATX", "Bluebonnet Detention Center", "Anson", "TX", central, "Блубоннет"),
  held("PRLDCTX", "Prairieland Detention Center", "Alvarado", "TX", central, "Прериленд"),
  held("JCRLYTX", "Joe Corley Processing Center", "Conroe", "TX", central, "Джо Корли", "Конро"),
  held("STWRTGA", "Stewart Detention Center", "Lumpkin", "GA", eastern, "Стюарт"),
  held("FIPCDGA", "Folkston ICE Processing Center", "Folkston", "GA", eastern, "Фолкстон"),
  held("KRO", "Krome North Service Processing Center", "Miami", "FL", eastern, "Кром"),
  held("WCCPBFL", "Broward Transitional Center", "Pompano Beach", "FL", eastern, "Броуард"),
  held("ELZICDF", "Elizabeth Detention Center", "Elizabeth", "NJ", eastern, "Элизабет"),
  held("DHDFNJ", "Delaney Hall Detention Facility", "Newark", "NJ", eastern, "Делейни Холл", "Ньюарк"),
  held("MSVPCPA", "Moshannon Valley Processing Center", "Philipsburg", "PA", eastern, "Мошаннон"),
  held("BTV", "Buffalo (Batavia) Service Processing Center", "Batavia", "NY", eastern, "Батавия", "Буффало"),
  held("ORANGNY", "Orange County Jail", "Goshen", "NY", eastern, "Гошен"),
  held("PLYMOMA", "Plymouth County Correctional Facility", "Plymouth", "MA", eastern, "Плимут"),
  held("FRMVLVA", "Farmville Detention Center", "Farmville", "VA", eastern, "Фармвилл"),
  held("CARDFVA", "Caroline Detention Facility", "Bowling Green", "VA", eastern, "Кэролайн"),
]
