import type { Child } from 'hono/jsx';

export type Column = {
  readonly label: Child;
  /** Figures stand at the end of their column. */
  readonly number?: boolean | undefined;
};

export type TableProps = {
  /** Names the table on the page; the caption gets `${id}-caption`. */
  readonly id: string;
  readonly caption: Child;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
  /** What to say instead of a table without rows. */
  readonly empty?: Child;
};

/** A table whose first column heads its rows. It scrolls sideways by itself on a narrow screen, by keyboard too. */
export function Table({ id, caption, hideCaption, columns, rows, empty }: TableProps) {
  if (rows.length === 0 && empty) return <p class="empty">{empty}</p>;
  return (
    <section class="table-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table id={id} class="table">
        <caption id={`${id}-caption`} class={hideCaption ? 'vh' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ label, number }) => (
              <th scope="col" class={number ? 'num' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={columns[index]?.number ? 'num' : undefined}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
