/** The screens where a child says what they think, and reads it again. */
export { SayWhatIThink } from './SayWhatIThink';
export { WhatISaid } from './WhatISaid';
