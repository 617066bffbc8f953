// The reader's own partitions in the panel: a cut that moves, a shape that is drawn. Both follow the store.
kurilmap.tools = function (map, partition, data, look, shows) {
  "use strict";
  const { tell, restore } = shows;
  const state = kurilmap.stateOf(map);
  const mover = kurilmap.mover(map, partition, data, tell), drawer = kurilmap.drawer(map, partition, data, look);

  function follow(now, changed) {
    if (!["scenario", "cut", "drawn"].some((name) => changed.has(name))) return;
    const chosen = partition.scenarios.get(now.scenario) || null;
    if (changed.has("scenario")) restore();
    if (mover.update(chosen, now.cut)) return drawer.says("shapeOnly");
    const line = chosen && drawer.straight(now.drawn), told = line && mover.line(chosen, line);
    drawer.says(told ? "lineShown" : line ? "notThrough" : "shapeOnly");
    if (told) tell(told, true);
    else if (!changed.has("scenario")) restore();
    return undefined;
  }
  state.on(follow);
  mover.update(partition.chosen, null);
  return [mover.box, drawer.box];
};
