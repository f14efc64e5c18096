// Every address of the desk and the page behind it. Pages come when they are asked for.
import { lazy, Route, Router } from "preact-iso"
import { TodayPage } from "../today/today-page.tsx"

/** Where the rows of Today and of the list lead. */
export const rowPages = {
  tray: () => import("../tray/tray-page.tsx"),
  list: () => import("../list/list-page.tsx"),
  case: () => import("../case/case-page.tsx"),
}

const TrayPage = lazy(rowPages.tray)
const ListPage = lazy(rowPages.list)
const CasePage = lazy(rowPages.case)
const ProposalsPage = lazy(() => import("../proposal/proposals-page.tsx"))
const ProposalPage = lazy(() => import("../proposal/proposal-page.tsx"))
const CallPage = lazy(() => import("../call/call-page.tsx"))
const RollPage = lazy(() => import("../roll/roll-page.tsx"))
const RollCallPage = lazy(() => import("../roll/roll-call-page.tsx"))
const RoundPage = lazy(() => import("../round/round-page.tsx"))
const MapPage = lazy(() => import("../map/map-page.tsx"))
const LawPage = lazy(() => import("../law/law-page.tsx"))
const DutyPage = lazy(() => import("../duty/duty-page.tsx"))
const LettersPage = lazy(() => import("../letters/letters-page.tsx"))
const MembersPage = lazy(() => import("../members/members-page.tsx"))
const PaperPage = lazy(() => import("../paper/paper-page.tsx"))
const JunkPage = lazy(() => import("../junk/junk-page.tsx"))
const RecoveryPage = lazy(() => import("../recovery/recovery-page.tsx"))
const PurgePage = lazy(() => import("../purge/purge-page.tsx"))
const KeysPage = lazy(() => import("../keys/keys-page.tsx"))
const AboutPage = lazy(() => import("../members/about-page.tsx"))

/** Each page receives what its address names: `ask` or `stream`. */
export function Routes() {
  return (
    <Router>
      <Route path="/desk" component={TodayPage} />
      <Route path="/desk/tray" component={TrayPage} />
      <Route path="/desk/tray/:ask" component={TrayPage} />
      <Route path="/desk/cases" component={ListPage} />
      <Route path="/desk/case/:stream" component={CasePage} />
      <Route path="/desk/proposals" component={ProposalsPage} />
      <Route path="/desk/proposal/:stream" component={ProposalPage} />
      <Route path="/desk/call" component={CallPage} />
      <Route path="/desk/call/:stream" component={CallPage} />
      <Route path="/desk/roll" component={RollPage} />
      <Route path="/desk/roll/:sighting" component={RollCallPage} />
      <Route path="/desk/round" component={RoundPage} />
      <Route path="/desk/map" component={MapPage} />
      <Route path="/desk/law" component={LawPage} />
      <Route path="/desk/duty" component={DutyPage} />
      <Route path="/desk/letters" component={LettersPage} />
      <Route path="/desk/members" component={MembersPage} />
      <Route path="/desk/junk" component={JunkPage} />
      <Route path="/desk/paper" component={PaperPage} />
      <Route path="/desk/recovery" component={RecoveryPage} />
      <Route path="/desk/purge" component={PurgePage} />
      <Route path="/desk/purge/:stream" component={PurgePage} />
      <Route path="/desk/keys" component={KeysPage} />
      <Route path="/desk/about" component={AboutPage} />
      <Route default component={TodayPage} />
    </Router>
  )
}
