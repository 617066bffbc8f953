// Full screen: the map and its panel, where the browser and the frame around the page allow it.
kurilmap.fullScreen = function (map, words) {
  "use strict";
  if (!document.fullscreenEnabled) return null;
  const page = map.getContainer().closest(".km-page"), on = () => document.fullscreenElement === page;
  // A browser that refuses after all leaves the page as it is.
  const { button, named } = kurilmap.toolButton("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5", () => (on() ? document.exitFullscreen() : page.requestFullscreen()).catch(() => {}));
  const show = () => {
    named(on() ? words.tool.leave : words.tool.full);
    button.setAttribute("aria-pressed", String(on()));
  };
  kurilmap.watch(document, "fullscreenchange", show);
  show();
  return button;
};
