// Light or dark: as the system says until the button is pressed.
function buildTheme() {
  const button = byId("theme");
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = false;
  const set = (theme) => {
    root.dataset.theme = theme;
    button.textContent = theme === "dark" ? "Light" : "Dark";
    change({ theme });
  };
  button.addEventListener("click", () => {
    chosen = true;
    set(root.dataset.theme === "dark" ? "light" : "dark");
  });
  dark.addEventListener("change", () => chosen || set(dark.matches ? "dark" : "light"));
  button.textContent = root.dataset.theme === "dark" ? "Light" : "Dark";
}
