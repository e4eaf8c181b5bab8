// Shows notifications where a page may not, and leads back to the page that they came from.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  const back = clients.matchAll({ type: "window" }).then((tabs) => {
    const own = tabs.find((tab) => tab.url === event.notification.data) ?? tabs[0];
    return own ? own.focus() : clients.openWindow(event.notification.data);
  });
  event.waitUntil(back);
});
