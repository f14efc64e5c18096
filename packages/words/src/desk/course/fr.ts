// The words of the picture of a case's course, and of the calendar file, in French.
import type { CourseWords } from "./index.ts"

export const course: CourseWords = {
  title: "Ce qui s’est passé et ce qui vient",
  lanes: { custody: "Détention", stay: "Sursis", events: "Événements" },
  now: "maintenant",
  staging: "transit",
  said: "dit, non vu",
  safeBy: "sûr jusqu’au",
  hard: "dernier jour",
  none: "Rien de daté n’est connu.",
  legend: "Un trait plein va jusqu’au jour sûr, un trait fin jusqu’au dernier. Les numéros sont expliqués dessous.",
  toNow: "à ce jour",
  span: (from, to) => `${from} – ${to}`,
  calendar: "Fichier d’agenda",
  calendarMore: "Les dates ouvertes pour votre agenda. Les agendas copient ce qu’ils contiennent chez d’autres entreprises.",
  withName: "avec le nom",
  fileNoDates: "Aucune date ouverte.",
  entry: (rule) => `Sûr jusqu’à aujourd’hui : ${rule}`,
  entryMore: (nominal, hard) => `Nominal ${nominal}, dernier jour ${hard}.`,
}
