// The fixed sentences in French.
import type { Phrases } from "./index.ts"

export const phrases = {
  read: "Nous avons lu ce que vous avez écrit.",
  working: "Nous y travaillons.",
  "nothing-needed": "Rien n’est attendu de vous pour le moment.",
  "write-again": "Écrivez de nouveau si quelque chose change.",
  "call-again": "Appelez-nous dès que vous le pouvez.",
  "sign-nothing": "Ne signez rien avant d’avoir parlé à un avocat.",
  "papers-needed": "Envoyez s’il vous plaît des photos des papiers que vous avez.",
  "ask-anew":
    "Envoyez une nouvelle demande depuis un appareil à vous, cochez « Je vous ai déjà écrit », et gardez les nouveaux mots pour vous.",
  "code-replaced": "Ces mots ont été remplacés par d’autres. Plus rien n’est écrit ici. Si vous ne l’avez pas demandé, appelez-nous.",
  "flight-rumoured": "Une seule voix dit qu’un transfert est possible. Ce n’est pas vérifié. Prévenez l’avocat maintenant.",
  "flight-reported":
    "Deux personnes, chacune de son côté, disent qu’un transfert est possible. Ce n’est pas confirmé. Appelez l’avocat maintenant et demandez ce qui est déposé.",
  "flight-confirmed":
    "Un transfert est confirmé. Appelez l’avocat maintenant, quelle que soit l’heure. Ne rien signer qu’on ne puisse lire.",
} as const satisfies Phrases
