/** The screens where a child says what they think, and reads it again. */
export { forLater } from './for_later';
export { SayWhatIThink } from './SayWhatIThink';
export { WhatISaid } from './WhatISaid';
