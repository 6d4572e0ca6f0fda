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
const root = ReactDOM.createRoot(document.getElementById("explorer"));
const show = (query) =>
  root.render(
    React.createElement(
      GraphiQL,
      {
        key: query,
        fetcher: ask,
        query: query,
        shouldPersistHeaders: false,
        isHeadersEditorEnabled: false,
      },
      React.createElement(GraphiQL.Logo, null, home),
    ),
  );

const choice = document.getElementById("examples");
fetch("graphql/explorer/examples.json")
  .then((response) => response.json())
  .then((examples) => {
    for (const { name, about } of examples) choice.add(new Option(about, name));
    const chosen = () => examples.find(({ name }) => name === choice.value);
    choice.addEventListener("change", () => {
      if (!chosen()) return;
      history.replaceState(null, "", `#${choice.value}`);
      show(chosen().query);
    });
    choice.value = decodeURIComponent(location.hash.slice(1));
    if (chosen()) show(chosen().query);
    else choice.value = "";
  });
show(START);
