/** How an operator wants the screen: light, dark, or as the device has it. */
export const themes = ['light', 'dark', 'system'] as const;

export type Theme = (typeof themes)[number];
