// The first page, the page on safety, and the frame around them.
import type { PageWords } from "./pages.ts"

export const pages = {
  name: "Safe Conduct",
  notAPaper: "A way to ask for help. Not a document",
  skip: "Skip to the text",
  switchLabel: "Language",
  navLabel: "Pages",
  nav: {
    home: "Start",
    ask: "Ask for help",
    mailbox: "I have a code",
    folder: "For lawyers",
    paper: "By letter",
    safety: "What protects you and what does not",
  },
  trial: "This is a trial. Everyone here is invented. Please write nothing real.",
  home: {
    title: "Help for Russians facing deportation from the United States",
    question: "Are you, or someone you love, from Russia and facing deportation from the United States?",
    lead: "Write to us. It is free. Three minutes are enough to begin; add the rest later.",
    now: "They are moving him now",
    nowMore: "Four questions",
    ask: "Ask for help",
    askMore: "Six questions",
    code: "I have a code",
    codeMore: "Read a reply or write more",
    duty: "People read the requests. If it is a matter of hours, call your lawyer first.",
    dutyUntil: "Somebody is on duty until {time}, by your clock. If it is a matter of hours, call your lawyer first.",
    dutyFrom:
      "Nobody is on duty until {time}, by your clock. Send the request now: it is read first then, and members are woken when you ask for it. Meanwhile call your lawyer, and write down the name of whoever decides and every hour you are told.",
    saidBy: "Said by two members of the desk on {on}. Holds until {until}.",
    dutyNobody:
      "We cannot say when somebody is here next. Send the request now: members are woken when you ask for it. Meanwhile call your lawyer, and write down the name of whoever decides and every hour you are told.",
    fears: [
      {
        title: "Will ICE learn of it?",
        text: [
          "We do not tell them. No government hears about a person from us without that person’s own yes. We do not ask where free relatives live or what status they have.",
        ],
      },
      {
        title: "Can it hurt the case?",
        text: [
          "We file nothing in court and write nothing in your name. But we are not your lawyer, and what you tell us is not privileged: if you have a lawyer, ask what to write here. Do not drop an appeal because of us.",
        ],
      },
      {
        title: "Will they learn of it at home?",
        text: [
          "We do not write or call to Russia, and we do not ask about relatives there. What you write is locked on your phone before it leaves. The server keeps only scrambled text, without names.",
        ],
      },
    ],
    what: {
      title: "What we do",
      text: [
        "Your request is read by people: human rights workers and lawyers. They check facts, watch dates, help look for a lawyer, and ask governments, Canada first of all, to take people in.",
      ],
    },
    cannot: {
      title: "What we cannot do",
      text: ["We cannot stop a plane, and we do not replace a lawyer. We do not know who will be taken in, or when."],
    },
    canada: {
      NONE: "Canada has not agreed.",
      DRAFT: "Canada is considering it. There is no decision.",
      SIGNED: "Canada’s decision is signed but not yet in force. Until then it protects nobody.",
      IN_FORCE: "Canada’s decision is in force. It does not cover everyone; our reply to a request says whom it covers.",
      SUSPENDED: "Canada has suspended its decision. For now it protects nobody.",
      EXPIRED: "Canada’s decision has expired. Nobody new is taken in under it.",
    },
    scams: {
      title: "If they ask for money, it is a fraud",
      text: [
        "Nobody can sell you a place. We take no money, we never write first, and we never ask for your 13 words. Whoever promises a place for money is lying, even if they know your name.",
      ],
    },
    address: {
      title: "We have one address",
      text: [
        "It is in the address bar now. Compare it with the one your lawyer or an organisation gave you, and do not open look-alike links from chats.",
      ],
    },
    safety: "What protects you and what does not",
  },
  safety: {
    title: "What protects you and what does not",
    lead: "Said plainly, so that you can decide for yourself.",
    protects: [
      {
        title: "What protects you",
        text: [
          "Your words and files are locked on your device before they are sent. The server receives only scrambled text. It has no key, and neither do the people who run it.",
          "Only members of the working group can open your request: human rights workers and lawyers, each known to the others by name. Decisions about people are made by two of them, never by one.",
          "After sending, your 13 words are kept nowhere but on your paper. They open our replies, not what you sent: whoever finds the words cannot read your request.",
        ],
      },
      {
        title: "What a thief of the server would see",
        text: [
          "That someone sent something in a certain hour, its rough size, and that there was a reply. No names, no text, no photographs. The day you last opened your replies. Whether a request was marked urgent.",
        ],
      },
    ],
    limits: {
      title: "What we cannot promise",
      text: {
        altered:
          "Someone who takes over the running server and alters this very page could read what you are typing at that moment, and could show the altered page to you alone. We cannot rule that out. Somebody who knows computers can compare the page with the published one (the command safe-conduct verify-site), and members can open their desk from their own machine (safe-conduct desk). Tell the most dangerous things to your lawyer in person.",
        device:
          "If there is malware on the phone, or someone else goes through it, no lock helps. Write from a phone that only you use. If you let the phone keep your words under a number, someone who copies the phone can go on guessing that number.",
        watchers:
          "Your phone company, and the network of a café, a workplace or a jail, can see that you visited this address, when, and roughly how much you sent. They cannot see what you wrote.",
        coerced:
          "A court can demand what a member of the group who lives in the United States knows, and a member can be forced or can betray. What she may open can be had from her. So we do not ask for more than we need, and you should not write more than is needed.",
        trustees:
          "A desk may keep a spare key for the day when all its members are gone, split between five people whom it trusts. Three of them together, willing or forced, with a copy of the server, could read what members can read.",
        withheld:
          "Whoever holds the server cannot read your request, but can hold it back or delay it, from all of us at once, and then we do not notice. If nobody answers, reach us another way.",
        noScript:
          "In a browser without JavaScript this page can be read, but nothing can be locked, and so nothing can be sent from it. Open the page in an ordinary browser, or write by letter and lock it with another program.",
      },
    },
    more: [
      {
        title: "Telephone and text messages",
        text: [
          "Others can read text messages and hear ordinary calls: the phone company and, from detention, the guards. By text we say nothing but “look in your mailbox”. On a call from detention, name no organisations and no relatives in Russia, and never read out the 13 words.",
        ],
      },
      {
        title: "What we never ask for",
        text: [
          "Your 13 words. Money. The address or status of relatives who are free. Names or addresses of relatives in Russia. A code from a text message, or access to your phone.",
        ],
      },
      {
        title: "What you can do on any day",
        text: [
          "Withdraw a consent: from that minute we pass nothing on. Ask us to erase: a person makes sure that it is you and answers what can be destroyed and what may survive, for example in backups. What has already gone to a government with the person’s consent cannot be called back, and we say so beforehand.",
        ],
      },
    ],
    ask: "Ask for help",
  },
  paper: {
    title: "By letter, or without a script",
    lead: "If this browser runs no script, or you would rather write at home: lock your text with the program age and send the file. Only the working group opens it.",
    steps: [
      "Write a text in any language: who needs help and where they are, the dates you know, how to reach you, what must not be said there.",
      "Save our recipient, the file below. Compare its first line with the printed form, or ask us for it by telephone: a page without a script cannot check who made it.",
      "Lock the text on your own computer with the line below. It needs age 1.3 or newer. Older ones, those of Debian 12 and 13 among them, and rage refuse this recipient.",
      "Send request.age on a stick by mail, or with somebody you trust. Erase the text that is not locked.",
    ],
    more: [
      {
        title: "If you have no such program",
        text: ["Put nothing on open paper that could hurt anybody. Ask somebody you trust to fill in the form on this site for you."],
      },
    ],
    form: {
      title: "A form to print",
      text: "To prepare at home. It is not locked: keep it where nobody looks, and destroy it when the locked text is sent.",
      lines: [
        "Who needs help: name as in the papers, date of birth",
        "A-number",
        "Where they are, since when",
        "What was decided, and when",
        "What is near: hearing, flight, interview",
        "Lawyer",
        "How to reach you, and what never to say there",
      ],
    },
  },
  folderShell: {
    title: "A lawyer’s folder",
    loading: "Preparing the folder…",
    late: "The folder has not loaded. Check your connection and reload the page. If that does not help, open it in another browser.",
    noScript:
      "The folder is opened with a key on your device. That needs JavaScript, and it is switched off. Please open this page in an ordinary browser.",
  },
  selfHelp: {
    title: "What to do within the hour",
    lead: "Ask a lawyer now, whatever the hour. Then do what you can while somebody looks at your request.",
    numbers: {
      title: "Public, at any hour",
      lines: [
        "Detention locator: locator.ice.gov, with the A-number and the country of birth",
        "Immigration court line: 1-800-898-7180, with the A-number",
      ],
    },
    later: "More steps stand here only while somebody’s reading of them for the desk is not older than sixty days.",
    reviewed: "Read by a lawyer on {date}. It does not take the place of your own lawyer.",
    reviewedByTwo: "Read through by two members of the desk on {date}. It does not take the place of your own lawyer.",
    notReviewed: "Trial: no lawyer has read these steps yet. A real desk does not show them.",
    print: "Print",
    sources: "Rests on",
    noScript: "The further steps need JavaScript. The lawyer and the numbers above do not.",
  },
  take: {
    title: "The desk is calling",
    lead: "Take it, and nobody else is woken for half an hour. In that time, open the desk.",
    button: "I am looking at it",
    held: "Nobody else is woken for half an hour. Open the desk now: only there is it taken for good.",
    over: "This link holds nothing any more: it was used, somebody has taken it, or it is too old. If in doubt, open the desk.",
    lost: "No connection. Nobody has heard you yet. Press again.",
    desk: "Open the desk",
    noScript: "This page needs JavaScript. Open the desk, or let the others be woken.",
  },
  askShell: {
    title: "Ask for help",
    loading: "Preparing the form…",
    late: "The form has not loaded. Check your connection and reload the page. If that does not help, open it in another browser. Nothing was sent.",
    noScript:
      "To lock your words before they are sent, this page needs JavaScript, and it is switched off. We accept nothing unlocked. Please open this page in an ordinary browser: Chrome, Firefox or Safari.",
  },
  mailboxShell: {
    title: "I have a code",
    loading: "Preparing the mailbox…",
    late: "The mailbox has not loaded. Check your connection and reload the page. If that does not help, open it in another browser.",
    noScript:
      "Replies are opened with a key on your device. That needs JavaScript, and it is switched off. Please open this page in an ordinary browser: Chrome, Firefox or Safari.",
  },
} satisfies PageWords
