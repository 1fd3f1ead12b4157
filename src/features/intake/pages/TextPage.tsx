import type { Lang } from '#kernel/lang.ts';
import type { Section } from '../texts.ts';

/** A page of running text. */
export function TextPage(props: { title: string; note?: string; sections: readonly Section[]; lang: Lang }) {
  const { title, note, sections, lang } = props;
  return (
    <div class="prose flow">
      <h1 class="h1">{title}</h1>
      {note && <p class="muted">{note}</p>}
      {sections.map(({ heading, paragraphs }) => (
        <section class="flow">
          <h2 class="h2">{heading[lang]}</h2>
          {paragraphs.map((text) => (
            <p>{text[lang]}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
