// A file of its own, because the page's policy allows no script inside it.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  // The default asks a server on the internet.
  validatorUrl: null,
});
