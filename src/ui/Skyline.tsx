/** The stepped houses of Amman's hills, in the colour of the text around them. Decoration: hidden from readers. */
export function Skyline() {
  return (
    <svg class="hills" viewBox="0 0 400 60" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <path
        d="M0 60V44h14v-8h18v10h12V28h20v12h10V24h22v10h14v12h16V34h18V20h24v14h12v12h18V30h20v-8h16v16h14V26h22v14h12v8h18V36h16V22h22v12h14v14h16V38h32v22z"
        fill="currentColor"
        opacity=".16"
      />
      <path
        d="M0 60v-6h22v-8h20v8h26V42h22v12h24v-6h26V40h22v14h30V44h20v10h26v-8h24v8h28V42h22v12h26v-8h24v8h38v6z"
        fill="currentColor"
        opacity=".28"
      />
    </svg>
  );
}
