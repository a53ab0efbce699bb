import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.TransportService;

/**
 * One OpenSearch node for tests and benchmarks, on the loopback, without login or TLS: never for production.
 *
 * Arguments: the folder for its data, its name, the HTTP port (0: any free one), and for a cluster the transport
 * addresses of the other nodes. Prints one line, "READY http-port transport-port". Ends when its standard input
 * ends, so that it never outlives the program that started it.
 */
public final class SearchNode extends Node {
  private static final List<Class<? extends Plugin>> PLUGINS =
      List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class);

  private SearchNode(Environment environment) {
    super(environment, PLUGINS, true);
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    String name = arguments[1];
    String port = arguments[2];
    List<String> others = List.of(arguments).subList(3, arguments.length);
    SearchNode node = new SearchNode(environment(home, name, settings(home, name, port, others)));
    node.start();
    int http = node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
    int transport = node.injector().getInstance(TransportService.class).boundAddress().publishAddress().getPort();
    System.out.println("READY " + http + " " + transport);
    untilInputEnds();
    node.close();
    System.exit(0);
  }

  private static Settings settings(Path home, String name, String port, List<String> others) {
    Settings.Builder settings = Settings.builder()
        .put("path.home", home.toString())
        .put("cluster.name", "pullquote-lab")
        .put("node.name", name)
        .put("network.host", "127.0.0.1")
        .put("http.port", port)
        .put("transport.port", "0")
        .put("transport.type", "netty4")
        .put("http.type", "netty4")
        // A machine for tests is often nearly full; the node must not turn read-only because of that.
        .put("cluster.routing.allocation.disk.threshold_enabled", false);
    // The first node elects itself; the others join it.
    if (others.isEmpty()) settings.putList("cluster.initial_cluster_manager_nodes", name);
    settings.putList("discovery.seed_hosts", others);
    return settings.build();
  }

  private static Environment environment(Path home, String name, Settings settings) throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    return InternalSettingsPreparer.prepareEnvironment(settings, Collections.<String, String>emptyMap(), config, () -> name);
  }

  private static void untilInputEnds() throws IOException {
    byte[] ignored = new byte[64];
    while (System.in.read(ignored) >= 0) {
      // Nothing that is written to the node means anything.
    }
  }
}
