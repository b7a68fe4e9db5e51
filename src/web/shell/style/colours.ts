/** By custom property, light and dark. Text on its ground has a contrast of 4.5 at least, in both; charts use the same names. */
const light = {
  ground: '#ffffff',
  soft: '#f6f8fa',
  line: '#d1d9e0',
  ink: '#1f2328',
  dim: '#59636e',
  link: '#0969da',
  good: '#1a7f37',
  'good-soft': '#dafbe1',
  bad: '#cf222e',
  'bad-soft': '#ffebe9',
  wait: '#9a6700',
  'wait-soft': '#fff8c5',
  'on-fill': '#ffffff',
  'chart-1': '#0969da',
  'chart-2': '#8250df',
  'chart-3': '#1a7f37',
  'chart-4': '#bc4c00',
  'chart-5': '#bf3989',
  'chart-6': '#59636e',
  'chart-grid': '#d1d9e0',
  'chart-axis': '#59636e',
};
type Colour = keyof typeof light;

const dark: Readonly<Record<Colour, string>> = {
  ground: '#0d1117',
  soft: '#151b23',
  line: '#3d444d',
  ink: '#f0f6fc',
  dim: '#9198a1',
  link: '#58a6ff',
  good: '#3fb950',
  'good-soft': '#12261e',
  bad: '#ff7b72',
  'bad-soft': '#301b1e',
  wait: '#d29922',
  'wait-soft': '#2a2111',
  'on-fill': '#0d1117',
  'chart-1': '#58a6ff',
  'chart-2': '#bc8cff',
  'chart-3': '#3fb950',
  'chart-4': '#f0883e',
  'chart-5': '#f778ba',
  'chart-6': '#9198a1',
  'chart-grid': '#3d444d',
  'chart-axis': '#9198a1',
};

function block(colours: Readonly<Record<Colour, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

/** Print is light, whatever the screen is. */
export const colours = `:root{color-scheme:light dark;${block(light)}}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
@media screen{:root[data-theme=dark]{${block(dark)}}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${block(dark)}}}
`;
