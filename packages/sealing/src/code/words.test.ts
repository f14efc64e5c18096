// The rules every list must meet, proved for all three: a frightened person writes these down, reads them over a telephone and types them.
import { describe, expect, it } from "vitest"
import { fold } from "./letters.ts"
import { slipsBetween } from "./spelling.ts"
import { words as en } from "./words.en.ts"
import { words as fr } from "./words.fr.ts"
import { words as ru } from "./words.ru.ts"

const lists = { en, fr, ru }
const letters = { en: /^[a-z]+$/, fr: /^[a-zàâäçéèêëîïôöùûüœ]+$/, ru: /^[абвгдежзийклмнопрстуфхцчшщыьэюя]+$/ }

// Beginnings that no word may have, whatever follows: distress, violence, the body, faith, politics, prison, police, borders, loss of family.
const never = {
  en: "abduct abort abuse accus alcohol alien altar ambush angel anguish anus army arrest arson assault asyl attack autops bail bandit baptis batter bible bigot bleed blood bomb border bribe bullet_ bullets burial bury butcher cadaver captiv casket cathedral cell chain chapel child christ church coffin coloni combat congress convict corps court_ courtro crime crucif cruel cult_ cultis curfew custod damn danger daughter dead death demon deport detain devil dictat diseas divorc drown drug dying embassy enemy evict execut exile explode explos famil father fear fence fetter flee_ foster fugitiv funer gang_ gangst ghost gospel govern grave_ grenade grief guard guilt gun handcuff hang_ harass hate hell_ homicid hostag hunger hurt husband immigr inmate inquis insult interrog invad jail jesus judge_ jury kidnap kill knife lament lawyer liber loss lynch martyr massacr minist miser missil monk mosque mother mourn murder naked nation nazi nun orphan pain_ painf parent parole passport penal perish pilgrim pistol poison police politic pope poverty pray predator preach president priest prison prophet prosec prostit punish quarantin rabbi_ race_ raid rape rebel refug religi remov riot rob_ sacr sad_ saint salvation scar_ scream senat sentenc sermon sex_ sexu sexis shackl shame shoot shot sick siege sin_ slaught slave smuggl sniper soldier son_ sorrow spy_ stab_ starv steal strangl suffer suicid surrend suspect sword tank_ tear_ tearf terror theft thief threat tomb torment tortur toxic tragic traitor trauma treason trial trib troop tyrant ugly_ vagina victim villain violen virus visa vomit vote war_ warden warrant weapon weep whip widow wife witness wound wreck",
  fr: "abus accus agress alcool ange armée arrest arrêt assassin attaqu attentat autopsi bagn balle_ banni_ baptê barreau bataill battre bible blessé bless bombe bourreau cachot cadavre camp_ canon captif carcan cellul cercueil chagrin chaîne chrét cimeti combat complot condamn coup_ couteau crime crimin croix cruel danger décès démon détenu détent deuil diable dieu divorc douan douleur drapeau drogue église élect_ emprison enfant ennemi enterr épée épous esclav évêque exécut exil explos expuls famill famine faim_ femme fess fille_ fils flic fouille_ frère fronti fugiti fugue_ funér fusil garde_ geôl gouvern grenade_ guerre haine hostil immigr injur inquis insult interrog islam jésus judg juge_ juif jury justice larme lynch maladi malheur mari_ marty massacr menac menott mère meurtr minist misèr moine_ mort mosqu naufrag nation nazi nonn noyad orphel otage parti_ passeport patri peine père péri_ persécu peur pistol poignard poison polic politiq politic potence prêtr prière prison procès proph puni quaranta race_ rafle raid rançon rebell réfug relig révolt sabre sacr_ saint sang_ sein sénat sermon sexe sida siège soldat souffr suicid supplic tank templ terreur terror tomb tortur torture trait_ traîtr tribun tribu_ trist tuer tyran urne vagin veuf veuv victim viol_ violen virus visa vomi voter",
  ru: "автомат адвокат алкогол ангел апелл арест армия атак баланд банда_ бандит беда бежен бесы бог_ боев боль_ бомб борьб брат_ бунт вдов виза вина_ виновн владим власт война войск вор_ враг выборы гибел гной голод_ гнев горе_ государ граната границ грех гроб дезерт демон депорт депут диавол дитя допрос драка дурак дьявол жандарм жертв заключ закон_ залож замок запрет засад захват звер_ зло_ зона изгна измен изнасил икона инвал казн камера_ кандал карцер катастроф кинжал клетк кляст колон_ конвой кошмар крест кров крик_ кум_ лагер ложь мать_ мачех мент_ мерт меч_ мигра_ милиц мин_ министр могил молит монах морг_ муж_ мусульм мучи_ наказ нар_ наручн насил наци невол несчаст нищ нож_ обыск огнестр опас_ орган_ оруж осужд отец отчая охран_ пад_ палач пароль папа_ парт_ патрон пахан печал пистол плач_ плен_ побег повес_ погиб погон погром поги полиц полит помин поп_ постра потер_ похор правит_ преда_ презид преступ приговор проклят прокур проку_ психо пул_ пытк раб_ развод разлук ракет ран_ расизм расстрел ребен ребён рев_ религ решетк родин роди_ розыск росс рус_ самоуб свидет_ святой секс сержант сирот скорб слез_ слёз смерт солдат ссылк страда страх стрелят стыд_ суд_ судим судь суиц сын_ тан_ террор тоск травм_ трагед трев труп_ тюр тюрьм убий увеч угроз ужас ура_ фашис фсб_ хам_ хирург храм церк цык_ червь чинов_ шизо шпио штык штурм_ этап яд_ якудз укроп_",
} as const
const stems = (language: keyof typeof never) => never[language].split(" ").filter((stem) => !stem.endsWith("_"))
const whole = (language: keyof typeof never) => new Set(never[language].split(" ").map((stem) => stem.replace("_", "")))

// Common words that sound alike: no list may hold both.
const alike = {
  en: "ate/eight air/heir ball/bawl bare/bear base/bass beach/beech bean/been beat/beet berry/bury board/bored brake/break bread/bred cash/cache cell/sell cellar/seller cent/scent cereal/serial chord/cord coarse/course currant/current cymbal/symbol dear/deer dew/due die/dye dual/duel fair/fare feat/feet fir/fur flea/flee flour/flower foul/fowl gait/gate grate/great hair/hare hall/haul heal/heel hear/here heard/herd hole/whole hour/our idle/idol key/quay knead/need knight/night knot/not lead/led leak/leek lessen/lesson loan/lone made/maid mail/male main/mane maize/maze meat/meet medal/metal medal/meddle might/mite miner/minor moose/mousse morning/mourning muscle/mussel naval/navel oar/ore one/won pail/pale pain/pane pair/pear patience/patients pause/paws peace/piece peak/peek pedal/petal peer/pier plain/plane plum/plumb pole/poll pore/pour rain/reign read/reed right/write ring/wring road/rode role/roll root/route rose/rows rye/wry sail/sale sauce/source scene/seen sea/see seam/seem sew/sow side/sighed soar/sore sole/soul some/sum stair/stare stake/steak steal/steel stile/style storey/story suite/sweet tail/tale tea/tee team/teem tide/tied toad/towed toe/tow vain/vein vale/veil waist/waste wait/weight ware/wear way/weigh weak/week weather/whether which/witch wood/would world/whirled",
  fr: "amande/amende ancre/encre auteur/hauteur balade/ballade cerf/serre chaîne/chêne champ/chant chaud/chaux chœur/cœur compte/conte cygne/signe date/datte dessein/dessin étain/éteint faim/fin faîte/fête foi/foie forêt/foret haleine/laine hôtel/autel lire/lyre lutte/luth maître/mètre mur/mûre pain/pin palais/palet palier/pallier panser/penser pause/pose peau/pot pêcheur/pécheur plainte/plinthe poids/pois raisonner/résonner reine/renne roue/roux saut/seau sceau/seau sel/selle tante/tente vair/verre ver/vers voie/voix voir/voire",
  ru: "бал/балл грипп/гриб код/кот компания/кампания лес/лез луг/лук пруд/прут плод/плот род/рот столб/столп туш/тушь",
}

describe.each(["en", "fr", "ru"] as const)("the %s list", (language) => {
  const list = lists[language]
  const folded = list.map(fold)

  it("has 2,048 different words, lower case, NFC, of the language's own letters", () => {
    expect(list).toHaveLength(2048)
    expect(new Set(folded).size).toBe(2048)
    expect(list.filter((word) => word !== word.normalize("NFC") || word !== word.toLowerCase() || !letters[language].test(word))).toEqual([])
  })

  it("is told by the first four letters, and every word has four to nine", () => {
    expect(folded.filter((word) => word.length < 4 || word.length > 9)).toEqual([])
    expect(new Set(folded.map((word) => word.slice(0, 4))).size).toBe(2048)
  })

  it("has no two words one slip apart, with soft signs and without", () => {
    const near: string[] = []
    for (const forms of [folded, folded.map((word) => word.replaceAll("ь", ""))]) {
      for (let i = 0; i < forms.length; i++) {
        for (let j = i + 1; j < forms.length; j++) {
          const [a, b] = [forms[i] as string, forms[j] as string]
          if (Math.abs(a.length - b.length) <= 1 && slipsBetween(a, b, 1) <= 1) near.push(`${a}/${b}`)
        }
      }
    }
    expect(near).toEqual([])
  })

  it("has no word that frightens, preaches, takes a side or speaks of prison, police, borders or a lost family", () => {
    const banned = stems(language)
    const exact = whole(language)
    expect(list.filter((word) => exact.has(word) || banned.some((stem) => word.startsWith(stem)))).toEqual([])
  })

  it("has no two common words that sound alike", () => {
    const held = new Set(list)
    expect(alike[language].split(" ").filter((pair) => pair.split("/").every((word) => held.has(word)))).toEqual([])
  })
})

it("the Russian list has no two words that differ only by their ending", () => {
  const stem = (word: string) => word.replace(/(?:ый|ий|ой|ая|ое|ые|ие|ия|ья|ье|ь|й|а|я|о|е|ы|и)$/, "")
  expect(new Set(ru.map(stem)).size).toBe(2048)
})

it("no word is in two lists, with accents and without", () => {
  expect(new Set([...en, ...fr, ...ru].map(fold)).size).toBe(3 * 2048)
})
