/** Goes up when the template changes: a document says by which it was printed. */
export const TEMPLATE_VERSION = 1;

/** The receipt in Typst: Arabic on the right, English on the left, what both share in the middle. */
export const TEMPLATE = String.raw`
#let cedar = rgb("#0f4c3a")
#let muted = rgb("#5a4f42")
#let rule = rgb("#e2d6c4")
#let danger = rgb("#a3261b")
#let en(body, ..more) = text(lang: "en", region: "GB", dir: ltr, ..more, body)
#let code(body) = box(text(dir: ltr, body))
#set document(title: data.title.ar + " · " + data.title.en, author: data.gam.ar)
#set page(
  width: 148mm, height: 210mm, margin: (x: 12mm, top: 12mm, bottom: 11mm),
  foreground: if data.void != none {
    place(center + horizon, rotate(-32deg, text(size: 46pt, weight: 600, fill: danger.transparentize(70%))[#data.void.stamp.ar · #data.void.stamp.en]))
  },
)
#set text(size: 9.5pt, dir: rtl, fill: rgb("#231d16"))
#set par(leading: .8em)
#show heading: set text(fill: cedar, weight: 600)

#grid(
  columns: (1fr, 1fr), align: (right, left),
  [#text(size: 12pt, weight: 600, fill: cedar, data.gam.ar) \ #text(size: 8.5pt, fill: muted, data.service.ar)],
  [#en(size: 10pt, weight: 600, fill: cedar, data.gam.en) \ #en(size: 8pt, fill: muted, data.service.en)],
)
#line(length: 100%, stroke: 1pt + cedar)
#align(center, heading(level: 1)[#text(size: 17pt, data.heading.ar) #h(.6em) #en(size: 13pt, data.heading.en)])
#grid(
  columns: (1fr, 1fr), align: (right, left), row-gutter: 5pt,
  [#data.number.label.ar #text(weight: 600, code(data.number.value))], en[#data.number.label.en #text(weight: 600, data.number.value)],
  [#data.issued.label.ar #code(data.issued.value)], en[#data.issued.label.en #data.issued.value],
)
#if data.void != none {
  block(width: 100%, inset: 7pt, radius: 3pt, stroke: 1pt + danger, fill: danger.lighten(94%))[
    #text(fill: danger, weight: 600, data.void.text.ar) \
    #align(left, en(fill: danger, size: 8.5pt, data.void.text.en))
  ]
}
#block(width: 100%, inset: 9pt, radius: 3pt, fill: rgb("#f5efe4"))[
  #grid(
    columns: (1fr, 1fr), align: (right, left), row-gutter: 8pt,
    text(size: 14pt, weight: 600, fill: cedar)[#code(data.amount.value.ar.split(" ").first()) #data.amount.value.ar.split(" ").slice(1).join(" ")],
    en(size: 13pt, weight: 600, fill: cedar, data.amount.value.en),
    grid.cell(colspan: 2, align: right, data.words.ar),
    grid.cell(colspan: 2, align: left, en(size: 8.5pt, data.words.en)),
  )
]
#table(
  columns: (auto, 1fr, auto), inset: (x: 3pt, y: 5.5pt), align: (right + horizon, center + horizon, left + horizon),
  stroke: (_, y) => (bottom: .5pt + rule),
  ..data.rows.map(r => (
    text(fill: muted, r.label.ar),
    [#if r.at("ltr", default: false) { code(r.value) } else { text(weight: 600, r.value) }#if "second" in r [ \ #en(size: 8.5pt, r.second)]],
    en(size: 8pt, fill: muted, r.label.en),
  )).flatten()
)
#v(1fr)
#grid(
  columns: (auto, 1fr), gutter: 10pt, align: (start, start + horizon),
  image(bytes(data.qr.svg), format: "svg", width: 27mm, alt: data.qr.alt),
  [
    #set text(size: 8.5pt)
    #data.verify.ar #code(data.url) \
    #en(size: 7.5pt)[#data.verify.en #data.url] \
    #text(fill: muted, data.code.label.ar) #text(weight: 600, code(data.code.value)) \
    #v(2pt)
    #text(fill: muted, data.electronic.ar) \
    #en(size: 7.5pt, fill: muted, data.electronic.en)
  ],
)
`;
