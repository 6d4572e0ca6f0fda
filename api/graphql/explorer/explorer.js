// Starts GraphiQL on this page's own address; it asks nothing of any other host.
"use strict";

const START = `# Ctrl-Space suggests, Ctrl-Enter asks,
# the book on the left explains every field.
# Begin with a question (ask), a search, a kind or a thing.

{
  search(text: "journal", first: 5) {
    totalCount
    nodes {
      kind
      id
      name
      records { source section }
    }
  }
  kinds { words plural(language: SV) totalCount }
}
`;

const ask = async (query) => {
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(query),
  });
  return response.json();
};

const home = React.createElement("a", { className: "graphiql-logo-link", href: "." }, "Samband");
ReactDOM.createRoot(document.getElementById("explorer")).render(
  React.createElement(
    GraphiQL,
    { fetcher: ask, defaultQuery: START, shouldPersistHeaders: false, isHeadersEditorEnabled: false },
    React.createElement(GraphiQL.Logo, null, home),
  ),
);
