/** The style sheet of the set-up page, light and dark. */
export const setupStyle = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 42rem; padding: 1rem; }
header { text-align: right; }
form { border: 1px solid currentColor; border-radius: .5rem; padding: 1rem; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
fieldset label { display: block; min-height: 1.75rem; }
legend, form > label { font-weight: 600; }
textarea { box-sizing: border-box; display: block; font: inherit; width: 100%; }
button { font: inherit; min-height: 2.75rem; padding: .25rem 1rem; }
pre { overflow-x: auto; }
`;
