// The notebook's side of explore(): the page in a frame of its own, and the widget's state beside it.
const LANGS = { en: "English", ja: "日本語", ru: "Русский" };
// The page may run its own scripts, open links and save a file; it reaches nothing of the notebook.
const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
const SHARED = ["scenario_id", "unit", "share", "bearing", "drawn", "layers", "view"];

/** The widget's state as the page takes it. */
function told(model) {
  const [unit, share, bearing] = ["unit", "share", "bearing"].map((name) => model.get(name));
  const state = { scenario: model.get("scenario_id"), cut: null, drawn: model.get("drawn") };
  if (unit !== null || share !== null || bearing !== null) state.cut = { unit, share, bearing };
  for (const name of ["layers", "view"]) if (model.get(name) !== null) state[name] = model.get(name);
  return state;
}

/** The page's state as the widget keeps it. */
function kept(state) {
  const values = {};
  if ("scenario" in state) values.scenario_id = state.scenario;
  if ("cut" in state) for (const name of ["unit", "share", "bearing"]) values[name] = state.cut ? state.cut[name] : null;
  for (const name of ["drawn", "layers", "view"]) if (name in state) values[name] = state[name];
  return values;
}

function render({ model, el }) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", SANDBOX);
  frame.style.cssText = "display:block;width:100%;border:0";
  const select = document.createElement("select");
  for (const [lang, name] of Object.entries(LANGS)) select.append(new Option(name, lang));
  const label = document.createElement("label");
  label.style.cssText = "display:flex;gap:8px;align-items:center;justify-content:flex-end;padding:4px 0";
  const word = document.createElement("span");
  label.append(word, select);

  let [heard, ready] = [false, false];
  const send = () => {
    if (ready && !heard) frame.contentWindow.postMessage({ kurilmap: "set", state: told(model) }, "*");
  };
  const keep = (values) => {
    heard = true;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    heard = false;
    model.save_changes();
  };
  const listen = ({ source, data }) => {
    if (source !== frame.contentWindow || !data || !data.state) return;
    if (data.kurilmap === "ready") {
      ready = true;
      const { layers, view } = data.state;
      send();
      keep({ ...(model.get("layers") === null ? { layers } : {}), ...(model.get("view") === null ? { view } : {}) });
    } else if (data.kurilmap === "state") keep(kept(data.state));
  };
  const page = () => {
    ready = false;
    frame.title = model.get("_title");
    word.textContent = model.get("_label");
    select.value = model.get("lang");
    frame.srcdoc = model.get("_page");
  };
  const size = () => { frame.style.height = `${model.get("height")}px`; };

  select.addEventListener("change", () => {
    model.set("lang", select.value);
    model.save_changes();
  });
  window.addEventListener("message", listen);
  const changes = SHARED.map((name) => `change:${name}`).join(" ");
  model.on(changes, send);
  model.on("change:_page", page);
  model.on("change:height", size);
  el.replaceChildren(label, frame);
  size();
  page();
  return () => {
    window.removeEventListener("message", listen);
    model.off(changes, send);
    model.off("change:_page", page);
    model.off("change:height", size);
  };
}

export default { render };
