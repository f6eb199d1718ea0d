// What was wrong with a walk with Tab that has come to the page's end.
const { stops, steps, unseen, name } = window.walk;
const again = steps.indexOf(stops[0], 1);
const once = again < 0 ? steps : steps.slice(0, again);
const wrong = unseen.map((said) => `not seen: ${said}`);
for (const stop of stops) if (!once.includes(stop)) wrong.push(`not reached: ${name(stop)}`);
const order = once.filter((element) => stops.includes(element));
order.forEach((element, place) => {
  const last = order[place - 1];
  const follows = !last || last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!follows) wrong.push(`out of order: ${name(element)} after ${name(last)}`);
});
return wrong;
