import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A real Neo4j for tests: arguments are its folder and page cache in MiB, the first line of stdin its password. */
class Launch {
    public static void main(String[] arguments) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in));
        var password = input.readLine();
        var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(GraphDatabaseSettings.pagecache_memory, Long.parseLong(arguments[1]) << 20)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false) // no usage reports leave the machine
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .build();
        service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        var resolver = ((GraphDatabaseAPI) service.database("neo4j")).getDependencyResolver();
        var ports = resolver.resolveDependency(ConnectorPortRegister.class);
        System.out.println("bolt-port " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
        while (input.read() >= 0) {
            // Nothing more is said: the end of the input means that whoever started this is gone.
        }
        Runtime.getRuntime().halt(0); // an orderly stop waits ten seconds for Bolt; Neo4j recovers from this one
    }
}
