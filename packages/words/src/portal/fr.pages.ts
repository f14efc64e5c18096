// La première page, la page sur la sécurité et le cadre qui les entoure.
import type { PageWords } from "./pages.ts"

export const pages = {
  name: "Sauf-conduit",
  notAPaper: "Une demande d’aide, pas un document",
  skip: "Aller au texte",
  switchLabel: "Langue",
  navLabel: "Pages",
  nav: {
    home: "Accueil",
    ask: "Demander de l’aide",
    mailbox: "J’ai un code",
    folder: "Pour les avocats",
    paper: "Par lettre",
    safety: "Ce qui vous protège et ce qui ne vous protège pas",
  },
  trial: "Ceci est un essai. Toutes les personnes sont inventées. N’écrivez rien de réel.",
  home: {
    title: "Aide aux Russes menacés d’expulsion des États-Unis",
    question: "Vous ou l’un de vos proches venez de Russie et risquez l’expulsion des États-Unis ?",
    lead: "Écrivez-nous. C’est gratuit. Trois minutes suffisent pour commencer ; le reste peut venir plus tard.",
    now: "On l’emmène en ce moment",
    nowMore: "Quatre questions",
    ask: "Demander de l’aide",
    askMore: "Six questions",
    code: "J’ai un code",
    codeMore: "Lire une réponse ou écrire encore",
    duty: "Les demandes sont lues par des personnes. Si c’est une question d’heures, appelez d’abord votre avocat.",
    dutyUntil: "Quelqu’un est de garde jusqu’à {time}, à votre heure. Si c’est une question d’heures, appelez d’abord votre avocat.",
    dutyFrom:
      "Personne n’est de garde avant {time}, à votre heure. Envoyez la demande maintenant : elle sera lue en premier, et des membres sont réveillés si vous le demandez. En attendant, appelez votre avocat et notez le nom de qui décide et chaque heure qu’on vous annonce.",
    saidBy: "Dit par deux membres du bureau le {on}. Valable jusqu’au {until}.",
    dutyNobody:
      "Nous ne pouvons pas dire quand quelqu’un sera là. Envoyez la demande maintenant : des membres sont réveillés si vous le demandez. En attendant, appelez votre avocat et notez le nom de qui décide et chaque heure qu’on vous annonce.",
    fears: [
      {
        title: "L’ICE l’apprendra-t-elle ?",
        text: [
          "Pas par nous. Aucun gouvernement n’apprend de nous l’existence d’une personne sans son propre accord. Nous ne demandons ni où vivent les proches en liberté, ni quel est leur statut.",
        ],
      },
      {
        title: "Cela peut-il nuire au dossier ?",
        text: [
          "Nous ne déposons rien au tribunal et n’écrivons rien en votre nom. Mais nous ne sommes pas votre avocat et le secret professionnel ne couvre pas ce que vous nous dites : si vous avez un avocat, demandez-lui quoi nous écrire. Ne renoncez pas à un appel à cause de nous.",
        ],
      },
      {
        title: "L’apprendra-t-on au pays ?",
        text: [
          "Nous n’écrivons ni ne téléphonons en Russie et ne posons aucune question sur les proches qui y vivent. Ce que vous écrivez est verrouillé sur votre téléphone avant l’envoi. Le serveur ne garde qu’un texte chiffré, sans aucun nom.",
        ],
      },
    ],
    what: {
      title: "Ce que nous faisons",
      text: [
        "Votre demande est lue par des personnes : défenseurs des droits humains et juristes. Elles vérifient les faits, surveillent les délais, aident à trouver un avocat et demandent aux gouvernements, au Canada d’abord, d’accueillir ces personnes.",
      ],
    },
    cannot: {
      title: "Ce que nous ne pouvons pas",
      text: ["Nous ne pouvons pas arrêter un avion et nous ne remplaçons pas un avocat. Nous ne savons ni qui sera accueilli, ni quand."],
    },
    canada: {
      NONE: "Le Canada n’a pas donné son accord.",
      DRAFT: "Le Canada étudie la question. Rien n’est décidé.",
      SIGNED: "La décision du Canada est signée mais pas encore en vigueur. D’ici là, elle ne protège personne.",
      IN_FORCE:
        "La décision du Canada est en vigueur. Elle ne vise pas tout le monde ; notre réponse à la demande précise qui est concerné.",
      SUSPENDED: "Le Canada a suspendu sa décision. Pour l’instant, elle ne protège personne.",
      EXPIRED: "La décision du Canada a expiré. Plus personne n’est accueilli à ce titre.",
    },
    scams: {
      title: "Si l’on vous demande de l’argent, c’est une escroquerie",
      text: [
        "Aucune place n’est à vendre. Nous ne prenons pas d’argent, nous n’écrivons jamais les premiers et nous ne demandons jamais vos 13 mots. Qui promet une place contre de l’argent ment, même s’il connaît votre nom.",
      ],
    },
    address: {
      title: "Nous n’avons qu’une adresse",
      text: [
        "Elle figure en ce moment dans la barre d’adresse. Comparez-la à celle que vous a donnée votre avocat ou une organisation, et n’ouvrez pas de liens ressemblants reçus par messagerie.",
      ],
    },
    safety: "Ce qui vous protège et ce qui ne vous protège pas",
  },
  safety: {
    title: "Ce qui vous protège et ce qui ne vous protège pas",
    lead: "Dit simplement, pour que vous puissiez décider vous-même.",
    protects: [
      {
        title: "Ce qui vous protège",
        text: [
          "Vos mots et vos fichiers sont verrouillés sur votre appareil avant l’envoi. Le serveur ne reçoit qu’un texte chiffré. Il n’a pas la clé, et ceux qui l’entretiennent non plus.",
          "Seuls les membres du groupe de travail peuvent ouvrir votre demande : des défenseurs des droits humains et des juristes qui se connaissent par leur nom. Toute décision sur une personne est prise à deux, jamais seul.",
          "Après l’envoi, vos 13 mots ne sont conservés nulle part ailleurs que sur votre papier. Ils ouvrent nos réponses, pas ce que vous avez envoyé : qui trouve les mots ne peut pas lire votre demande.",
        ],
      },
      {
        title: "Ce que verrait un voleur du serveur",
        text: [
          "Que quelqu’un a envoyé quelque chose à telle heure, d’une taille approximative, et qu’il y a eu une réponse. Ni noms, ni texte, ni photos. Le jour où vous avez ouvert vos réponses pour la dernière fois. Si une demande était signalée comme urgente.",
        ],
      },
    ],
    limits: {
      title: "Ce que nous ne pouvons pas promettre",
      text: {
        altered:
          "Qui prendrait le contrôle du serveur en marche et modifierait cette page pourrait lire ce que vous tapez à cet instant, et ne montrer la page modifiée qu’à vous. Nous ne pouvons pas l’exclure. Une personne qui s’y connaît peut comparer la page à celle qui a été publiée (la commande safe-conduct verify-site), et les membres peuvent ouvrir leur bureau depuis leur propre machine (safe-conduct desk). Confiez le plus dangereux à votre avocat, de vive voix.",
        device:
          "Si un logiciel espion est installé sur le téléphone, ou si quelqu’un d’autre le consulte, aucun chiffrement n’y peut rien. Écrivez depuis un téléphone que personne d’autre n’utilise. Si vous laissez le téléphone garder vos mots sous un numéro, qui en fait une copie peut continuer à chercher ce numéro.",
        watchers:
          "Votre opérateur, ou le réseau d’un café, d’un lieu de travail ou d’une prison, voit que vous avez visité cette adresse, quand, et à peu près combien vous avez envoyé. Il ne voit pas ce que vous avez écrit.",
        coerced:
          "Un tribunal peut exiger d’un membre du groupe vivant aux États-Unis qu’il livre ce qu’il sait, et un membre peut être contraint ou trahir. Ce qu’il peut ouvrir peut lui être pris. C’est pourquoi nous ne demandons que le nécessaire ; n’écrivez que le nécessaire.",
        trustees:
          "Un bureau peut garder une clé de secours pour le jour où tous ses membres auraient disparu, partagée entre cinq personnes de confiance. Trois d’entre elles ensemble, de gré ou de force, avec une copie du serveur, pourraient lire ce que lisent les membres.",
        withheld:
          "Qui tient le serveur ne peut pas lire votre demande, mais peut la retenir ou la retarder, pour nous tous à la fois, et alors nous ne le remarquons pas. Si personne ne répond, joignez-nous autrement.",
        noScript:
          "Dans un navigateur sans JavaScript, cette page peut se lire, mais rien ne peut être verrouillé, donc rien ne peut être envoyé. Ouvrez la page dans un navigateur ordinaire, ou écrivez une lettre et verrouillez-la avec un autre programme.",
      },
    },
    more: [
      {
        title: "Téléphone et SMS",
        text: [
          "Les SMS et les appels ordinaires peuvent être lus et écoutés : par l’opérateur et, depuis un centre de détention, par les gardiens. Par SMS, nous ne disons rien d’autre que « consultez votre boîte ». Lors d’un appel depuis la détention, ne nommez ni organisation ni proche en Russie, et ne dictez jamais les 13 mots.",
        ],
      },
      {
        title: "Ce que nous ne demandons jamais",
        text: [
          "Vos 13 mots. De l’argent. L’adresse ou le statut de proches en liberté. Le nom ou l’adresse de proches en Russie. Un code reçu par SMS ou l’accès à votre téléphone.",
        ],
      },
      {
        title: "Ce que vous pouvez faire à tout moment",
        text: [
          "Retirer un consentement : dès cette minute, nous ne transmettons plus rien. Nous demander d’effacer : une personne s’assure que c’est bien vous et répond ce qui peut être détruit et ce qui peut subsister, par exemple dans les sauvegardes. Ce qui est déjà parvenu à un gouvernement avec l’accord de la personne ne peut être repris, et nous prévenons avant l’envoi.",
        ],
      },
    ],
    ask: "Demander de l’aide",
  },
  paper: {
    title: "Par lettre, ou sans script",
    lead: "Si ce navigateur n’exécute pas de script, ou si vous préférez écrire chez vous : scellez votre texte avec le programme age et envoyez le fichier. Seul le groupe de travail l’ouvre.",
    steps: [
      "Écrivez un texte dans la langue de votre choix : qui a besoin d’aide et où, les dates connues, comment vous joindre, ce qu’il ne faut pas dire.",
      "Enregistrez notre destinataire, le fichier ci-dessous. Comparez sa première ligne avec le formulaire imprimé, ou demandez-la-nous par téléphone : une page sans script ne peut pas vérifier d’où il vient.",
      "Scellez le texte sur votre propre ordinateur avec la ligne ci-dessous. Il faut age 1.3 ou plus récent. Les versions plus anciennes, dont celles de Debian 12 et 13, et rage refusent ce destinataire.",
      "Envoyez request.age par courrier sur une clé, ou avec une personne de confiance. Effacez le texte non scellé.",
    ],
    more: [
      {
        title: "Si vous n’avez pas ce programme",
        text: [
          "Ne mettez sur papier ouvert rien qui puisse nuire à quelqu’un. Demandez à une personne de confiance de remplir pour vous le formulaire de ce site.",
        ],
      },
    ],
    form: {
      title: "Un formulaire à imprimer",
      text: "Pour préparer chez vous. Il n’est pas scellé : gardez-le à l’abri des regards et détruisez-le une fois le texte scellé envoyé.",
      lines: [
        "Qui a besoin d’aide : nom comme dans les papiers, date de naissance",
        "Numéro A",
        "Où est cette personne, depuis quand",
        "Ce qui a été décidé, et quand",
        "Ce qui approche : audience, vol, entretien",
        "Avocat",
        "Comment vous joindre, et ce qu’il ne faut jamais y dire",
      ],
    },
  },
  folderShell: {
    title: "Le dossier d’un avocat",
    loading: "Préparation du dossier…",
    late: "Le dossier ne s’est pas chargé. Vérifiez la connexion et rechargez la page. Sinon, ouvrez-la dans un autre navigateur.",
    noScript:
      "Le dossier s’ouvre avec une clé sur votre appareil. Il faut JavaScript, et il est désactivé. Ouvrez cette page dans un navigateur ordinaire.",
  },
  selfHelp: {
    title: "Que faire dans l’heure",
    lead: "Demandez à un avocat maintenant, quelle que soit l’heure. Puis faites ce que vous pouvez pendant qu’on lit votre demande.",
    numbers: {
      title: "Public, à toute heure",
      lines: [
        "Registre des détenus : locator.ice.gov, avec le numéro A et le pays de naissance",
        "Ligne du tribunal de l’immigration : 1-800-898-7180, avec le numéro A",
      ],
    },
    later: "D’autres étapes ne se montrent ici que si le bureau les a fait relire depuis moins de soixante jours.",
    reviewed: "Relu par un avocat le {date}. Cela ne remplace pas votre propre avocat.",
    reviewedByTwo: "Relu par deux membres du bureau le {date}. Cela ne remplace pas votre propre avocat.",
    notReviewed: "Essai : aucun avocat n’a encore relu ces étapes. Un vrai bureau ne les montre pas.",
    print: "Imprimer",
    sources: "S’appuie sur",
    noScript: "Les autres étapes ont besoin de JavaScript. L’avocat et les numéros ci-dessus, non.",
  },
  take: {
    title: "Le bureau appelle",
    lead: "Prenez l’appel, et personne d’autre n’est réveillé pendant une demi-heure. Ouvrez le bureau dans ce délai.",
    button: "Je m’en occupe",
    held: "Personne d’autre n’est réveillé pendant une demi-heure. Ouvrez maintenant le bureau : l’appel n’est vraiment pris que là.",
    over: "Ce lien ne retient plus rien : il a servi, quelqu’un a pris l’appel, ou il est trop ancien. Dans le doute, ouvrez le bureau.",
    lost: "Pas de connexion. Personne ne vous a encore entendu. Appuyez de nouveau.",
    desk: "Ouvrir le bureau",
    noScript: "Cette page a besoin de JavaScript. Ouvrez le bureau, ou laissez réveiller les autres.",
  },
  askShell: {
    title: "Demander de l’aide",
    loading: "Préparation du formulaire…",
    late: "Le formulaire ne s’est pas chargé. Vérifiez la connexion et rechargez la page. Sinon, ouvrez-la dans un autre navigateur. Rien n’a été envoyé.",
    noScript:
      "Pour verrouiller vos mots avant l’envoi, cette page a besoin de JavaScript, qui est désactivé. Nous n’acceptons rien qui ne soit verrouillé. Ouvrez cette page dans un navigateur ordinaire : Chrome, Firefox ou Safari.",
  },
  mailboxShell: {
    title: "J’ai un code",
    loading: "Préparation de la boîte…",
    late: "La boîte ne s’est pas chargée. Vérifiez la connexion et rechargez la page. Sinon, ouvrez-la dans un autre navigateur.",
    noScript:
      "Les réponses s’ouvrent avec une clé sur votre appareil. Il faut pour cela JavaScript, qui est désactivé. Ouvrez cette page dans un navigateur ordinaire : Chrome, Firefox ou Safari.",
  },
} satisfies PageWords
