/** What the build makes of translations/: see tooling/catalogs.ts. */
declare module 'virtual:catalogs' {
  export const languages: {
    code: string;
    name: string;
    dir: 'ltr' | 'rtl';
    plurals: Intl.LDMLPluralRule[];
  }[];
  export const loaders: Record<
    string,
    (() => Promise<{ default: Record<string, string | string[]> }>) | undefined
  >;
}
