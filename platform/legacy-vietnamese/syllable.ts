const ONSETS = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|';
/** Every rime of written Vietnamese without its tone mark. */
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong oop op ooc ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc ui um un ung up ut uôc uôi uôm uôn uông uôt uơ uê uêch uênh uy uya uych uyn uynh uyt uyu uyên uyêt
   ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêt yêu yêng ynh ych yt`
    .split(/\s+/u)
    .concat(['']),
);
const SPLIT = new RegExp(`^(${ONSETS})(.*)$`, 'u');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Whether a run of letters is a possible Vietnamese syllable ("nghiệp" yes, "nghiÖp" no). Used to tell text in an old
 * encoding from text in Unicode: wrong letters almost never make possible syllables.
 */
export function isPossibleSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  if ((decomposed.match(TONES) ?? []).length > 1) return false;
  const bare = decomposed.replace(TONES, '').normalize('NFC');
  const parts = SPLIT.exec(bare);
  if (!parts) return false;
  const [, onset, rime] = parts;
  if (RIMES.has(rime!) && (rime !== '' || onset === 'gi')) return true;
  // "gì", "giếng": the i belongs to the onset and to the rime; "quá" may also be read q + ua.
  return onset === 'gi' && RIMES.has(`i${rime}`);
}
