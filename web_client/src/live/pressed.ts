/** Whether it was I who moved the meeting on: then the keyboard goes along. */
export const pressed = { mine: false };
