/** Words, dates and languages. */
export * from './dates';
export {
  inLanguage,
  language,
  languages,
  need,
  type Part,
  speak,
  t,
  tn,
  tq,
  type Values,
} from './words';
