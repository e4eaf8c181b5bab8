// A guest on the way from the code to the number. Fields go by what they are, never by their words.

// In the page: whether it is about an order that the bar has.
export const hasOrdered = () =>
  /^\/orders\/\d+$/.test(location.pathname) && !document.querySelector("main [name=drink]");

// The form that orders, or the one on the way to it.
const FORM = "main form:has([name=name], [name=drink])";

// Fills in what the page asks for and sends it, page by page, until the bar has the order. `drink`
// is the place of the drink on the menu.
export async function order(page, wishes) {
  while (!(await page.evaluate(hasOrdered))) {
    await fillIn(page, wishes);
    await send(page);
  }
}

// Sends the form, and waits until another page, or the order, has taken its place.
export async function send(page) {
  await page.evaluate(() => (globalThis.isOld = true));
  await page.locator(FORM).locator("button:not([type=button]), [type=submit]").last().click();
  for (;;) {
    try {
      return await page.evaluate(replaced);
    } catch (error) {
      // The page that was asked has gone: the next one knows.
      if (!GONE.test(error.message)) throw error;
    }
  }
}

const GONE = /context was destroyed|because of a navigation/;

// In the page: waits until it is another than the one that was sent, or about the order.
const replaced = () =>
  new Promise((resolve) => {
    const isOrder = () =>
      /^\/orders\/\d+$/.test(location.pathname) && !document.querySelector("main [name=drink]");
    const look = () => {
      const isNew = !globalThis.isOld && document.readyState !== "loading";
      return isNew || isOrder() ? resolve() : setTimeout(look, 20);
    };
    look();
  });

// Types the name and picks the drink, where the page asks for them.
export async function fillIn(page, { name, drink = 0 }) {
  const form = page.locator(FORM).first();
  const field = form.locator("[name=name]:not([type=hidden])");
  if (await field.count()) await field.fill(name);
  const drinks = form.locator("[name=drink]:enabled");
  const count = await drinks.count();
  if (count) await pick(page, drinks.nth(drink % count));
}

// A control that only its label shows is picked by that.
async function pick(page, control) {
  const id = await control.getAttribute("id");
  await page.locator(`label[for="${id}"]`).click();
}
