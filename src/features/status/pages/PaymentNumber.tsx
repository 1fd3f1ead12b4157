/** Digits in groups of three, the first group takes what is left: `7700 012 342`. */
export function groupsOf(number: string): string[] {
  const first = number.length % 3 === 1 ? 4 : number.length % 3 || 3;
  const rest = number.slice(first);
  return [number.slice(0, first), ...(rest.match(/.{3}/g) ?? [])].filter(Boolean);
}

/** Read out digit by digit, with a pause after each group. */
export const spokenDigits = (number: string): string =>
  groupsOf(number)
    .map((group) => [...group].join(' '))
    .join(', ');

/** A payment number, large: it is selected and copied without blanks, and read out digit by digit. */
export function PaymentNumber({ number }: { number: string }) {
  return (
    <p class="big-code">
      <bdi dir="ltr" role="img" aria-label={spokenDigits(number)} class="digits">
        {groupsOf(number).map((group) => (
          <span>{group}</span>
        ))}
      </bdi>
    </p>
  );
}
