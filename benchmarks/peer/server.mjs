// The peer: @neo4j/graphql with Apollo Server over the graph that Samband loaded. Names are Samband's, so that rows are too.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = `
  type System @node {
    id: ID!
    name: String!
    sort_key: String!
    usedSince: String @alias(property: "used_since")
    supportEnds: String @alias(property: "support_ends")
    annualCostSek: Float @alias(property: "annual_cost_sek")
    provides: [Exchange!]! @relationship(type: "PROVIDES", direction: OUT)
    stores: [InformationEntity!]! @relationship(type: "STORES", direction: OUT)
    ownedBy: [Organisation!]! @relationship(type: "OWNED_BY", direction: OUT)
  }
  type Exchange @node {
    id: ID!
    name: String!
    sort_key: String!
    carries: [InformationEntity!]! @relationship(type: "CARRIES", direction: OUT)
  }
  type InformationEntity @node {
    id: ID!
    name: String!
    sort_key: String!
  }
  type Organisation @node {
    id: ID!
    name: String!
    sort_key: String!
  }
`;

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, PORT } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: "127.0.0.1", port: Number(PORT) },
  context: async () => ({ executionContext: driver, sessionConfig: { database: NEO4J_DATABASE } }),
});
console.log(`Listening at ${url}`);
