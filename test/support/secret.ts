/** What is said in a conversation, the words of it, and its letters that stand nowhere else. */
export const SECRET = {
  text: 'quagga fjord ᚠᚢᚱ',
  words: ['quagga fjord ᚠᚢᚱ', 'quagga', 'fjord', 'ᚠᚢᚱ'],
  letters: ['ᚠ', 'ᚢ', 'ᚱ'],
};

/** What a page may find: a word, what stands before it in a closed root, and a letter. */
export const DECOY = { word: 'okapi', near: 'In a closed root', letter: 'ᛞ' };

/** Words that stand in our own closed root while a conversation goes on, or beside it. */
export const NEAR = ['Talk', 'Speaking', 'Listening', 'Muted', '0:0', 'Cancel'];
