// What to do within the hour, in English.
import type { SelfHelpText } from "@safe-conduct/domain/request"

export const en: SelfHelpText = {
  steps: [
    {
      title: "Ring the lawyer, whatever the hour",
      text: [
        "Say the A-number, where the person was held, what was said and at what hour, and that a removal is feared.",
        "Ask three things and write the answers down: is there a final order; what is filed today, and in which court; does a court’s stay hold, and until when. A paper that was filed does not stop a plane by itself. A stay that a court ordered does.",
        "If the lawyer works on the appeal only, ask who files today. If there is none, say so when you write to us.",
      ],
    },
    {
      title: "Find out where the person is, to the minute",
      text: [
        "An urgent petition goes to the court of the district where the person is held when it is filed. So every hour and every place counts: write down who said it, and when.",
        "Detention locator: locator.ice.gov. The A-number with nine digits, and the country of birth as it stands in the papers; somebody born in the USSR may be entered under another country. It can be eight hours late, and shows nobody under 18. “Not found” is news too: note the hour.",
        "Court line: 1-800-898-7180, with the A-number, day and night. It says what is scheduled and whether an appeal was received.",
      ],
    },
    {
      title: "If the person calls",
      text: [
        "To say aloud to an officer: “I am afraid to return to Russia.” If another country is named: that one too, at once. Such a notice can leave a day, or six hours.",
        "To sign nothing that cannot be read, and to ask for an interpreter and the lawyer.",
        "To ask for the officer’s name and write down the hour. The line is recorded: no names of relatives in Russia, nothing about evidence.",
      ],
    },
    {
      title: "Lay the papers ready for the lawyer",
      text: [
        "The judge’s decision with its date, the receipt of the appeal, the notice to appear, a copy of the passport, the person’s own signature if there is one. Photographs are enough.",
      ],
    },
    {
      title: "A request to the field office",
      text: [
        "The lawyer can ask the ICE field office that holds the person to wait (form I-246, handed in there). It is a request: it stops nothing by itself and does not take the place of a court.",
      ],
    },
    {
      title: "Leave this undone",
      text: [
        "Pay nobody who promises to stop a plane. Publish nothing before the lawyer has said yes. If your own papers are not in order, do not go to the office yourself: send the lawyer.",
      ],
    },
  ],
}
