import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
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
        new Thread(() -> endWith(input)).start();
        try {
            System.out.println("bolt-port " + start(Path.of(arguments[0]), Long.parseLong(arguments[1]), password));
        } catch (Throwable problem) {
            problem.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    static int start(Path home, long pageCacheMegabytes, String password) {
        var service = new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.pagecache_memory, pageCacheMegabytes << 20)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false) // no usage reports leave the machine
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                // Every test has a graph of its own; planning each question anew for it is most of the time.
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
                .setConfig(GraphDatabaseSettings.query_cache_size, 20_000)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .build();
        service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        var resolver = ((GraphDatabaseAPI) service.database("neo4j")).getDependencyResolver();
        return resolver.resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
    }

    /** Wait for the end of the input, which means that whoever started this is gone, and go too. */
    static void endWith(BufferedReader input) {
        try {
            while (input.read() >= 0) {}
        } catch (IOException broken) {
            // The input is as good as ended.
        }
        Runtime.getRuntime().halt(0); // an orderly stop waits ten seconds for Bolt; Neo4j recovers from this one
    }
}
