// Runs before the first paint so that neither colours nor language flash: a file of its own because inline scripts are refused.
(() => {
  let chosen = null;
  let language = null;
  try {
    chosen = localStorage.getItem('hoaban.colours');
    language = localStorage.getItem('hoaban.language');
  } catch {
    // Storage may be refused by the browser; the defaults stand.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  if (language === 'en') document.documentElement.lang = 'en';
})();
