// What the keyboard in front of the person looks like.

export const isMac = /mac/i.test(navigator.platform);
