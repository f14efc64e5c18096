// How papers are set: PT Serif to read, PT Sans to label; paper, ink, one signal colour. Sizes in points.

/** TrueType bytes. PT Serif and PT Sans carry Latin, Cyrillic and its extensions. */
export interface PaperFonts {
  readonly serif: Uint8Array
  readonly serifBold: Uint8Array
  readonly sans: Uint8Array
  readonly sansBold: Uint8Array
}

export type Face = keyof PaperFonts

export interface Style {
  readonly face: Face
  readonly strongFace: Face
  readonly size: number
  readonly lead: number
  readonly colour: string
}

// Paper, ink, one signal colour.
export const ink = "#1a1d21"
export const quiet = "#565c64"
export const hairline = "#c4c8cd"
export const signal = "#a8261c"
export const weave = "#9db4b5"

export const style = {
  body: { face: "serif", strongFace: "serifBold", size: 10, lead: 2.4, colour: ink },
  quiet: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 2, colour: quiet },
  title: { face: "serifBold", strongFace: "serifBold", size: 20, lead: 2, colour: ink },
  under: { face: "sans", strongFace: "sansBold", size: 10, lead: 2, colour: quiet },
  heading: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2, colour: ink },
  subheading: { face: "serifBold", strongFace: "serifBold", size: 10, lead: 2.5, colour: ink },
  issuer: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2, colour: ink },
  term: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 2.6, colour: quiet },
  head: { face: "sansBold", strongFace: "sansBold", size: 8, lead: 1.2, colour: ink },
  cell: { face: "sans", strongFace: "sansBold", size: 8.5, lead: 1.6, colour: ink },
  notice: { face: "sansBold", strongFace: "sansBold", size: 10.5, lead: 2.5, colour: ink },
  word: { face: "serif", strongFace: "serifBold", size: 17, lead: 0, colour: ink },
  number: { face: "sans", strongFace: "sansBold", size: 9, lead: 0, colour: quiet },
} as const satisfies Record<string, Style>
