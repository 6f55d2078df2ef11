import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ban: MantineColorsTuple = [
  '#f9eff6',
  '#f0dcea',
  '#e6bfdb',
  '#e0a3d1',
  '#c77ab4',
  '#a9559a',
  '#8c3b7a',
  '#7c326b',
  '#702d61',
  '#521f47',
];
const forest: MantineColorsTuple = [
  '#e9f6ee',
  '#d3eadd',
  '#a9d8bd',
  '#7fd0a3',
  '#4fae7c',
  '#2a8054',
  '#1f6b45',
  '#195a3a',
  '#144a2f',
  '#0e3522',
];
const amber: MantineColorsTuple = [
  '#fdf4e0',
  '#fae6bd',
  '#f5d38e',
  '#f0bd62',
  '#d99b2f',
  '#a06a08',
  '#855000',
  '#744600',
  '#613a00',
  '#472a00',
];
const brick: MantineColorsTuple = [
  '#fdeeea',
  '#f9d9d2',
  '#f8b9ac',
  '#ff9b87',
  '#dd6a54',
  '#c2472f',
  '#a8321f',
  '#942a19',
  '#7c2314',
  '#5b180d',
];

/** Mantine in the colours, type and measures of the house: 4-px grid, radius 6, one shadow. */
export const theme = createTheme({
  colors: { ban, forest, amber, brick },
  primaryColor: 'ban',
  // White on either shade reads 4.5:1.
  primaryShade: { light: 6, dark: 5 },
  fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif',
  headings: {
    fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 6,
  radius: { xs: '6px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  shadows: {
    xs: 'var(--hb-shadow)',
    sm: 'var(--hb-shadow)',
    md: 'var(--hb-shadow)',
    lg: 'var(--hb-shadow)',
    xl: 'var(--hb-shadow)',
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Mantine writes the title bar of a dialog as <header>: beside the page's own it would be a second banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});

const byPurpose = {
  '--mantine-color-body': 'var(--hb-surface)',
  '--mantine-color-text': 'var(--hb-text)',
  '--mantine-color-dimmed': 'var(--hb-text-soft)',
  '--mantine-color-placeholder': 'var(--hb-text-soft)',
  '--mantine-color-error': 'var(--hb-late)',
  '--mantine-color-anchor': 'var(--hb-accent)',
  '--mantine-color-default': 'var(--hb-surface)',
  '--mantine-color-default-hover': 'var(--hb-sunken)',
  '--mantine-color-default-color': 'var(--hb-text)',
  '--mantine-color-default-border': 'var(--hb-line-strong)',
  '--mantine-color-disabled': 'var(--hb-sunken)',
  '--mantine-color-disabled-color': 'var(--hb-text-soft)',
  '--mantine-color-disabled-border': 'var(--hb-line)',
  '--mantine-color-ban-text': 'var(--hb-accent)',
  '--mantine-color-ban-light': 'var(--hb-accent-soft)',
  '--mantine-color-ban-light-color': 'var(--hb-accent-strong)',
  '--mantine-color-ban-light-hover': 'var(--hb-accent-soft)',
};

/** Hands the colours by purpose (tokens.css) to Mantine's own variables, under both schemes or Mantine's would win. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: byPurpose,
  dark: byPurpose,
});
