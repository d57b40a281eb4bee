package dev.sayso.app.cli;

import dev.sayso.app.instance.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How `sayso status` says what goes on.
enum StatusText {
    /// A few words on one line.
    PLAIN {
        @Override
        String running(@Nullable Status status) {
            if (status == null) {
                return "running\n";
            }
            StringBuilder text = new StringBuilder(Names.printable(status.state()));
            if (status.recording().isPositive()) {
                double seconds = status.recording().toMillis() / 1000.0;
                text.append(String.format(Locale.ROOT, ", %.1f s", seconds));
            }
            if (!status.model().isEmpty()) {
                text.append(", model ").append(Names.printable(status.model()));
            }
            if (status.filesWaiting() > 0) {
                text.append(", files to do: ").append(status.filesWaiting());
            }
            return text.append("\n").toString();
        }

        @Override
        String notRunning() {
            return "not running\n";
        }
    },
    /// One object on one line.
    JSON {
        @Override
        String running(@Nullable Status status) {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            node.put("running", true);
            if (status != null) {
                node.put("state", status.state());
                node.put("recording_seconds", status.recording().toMillis() / 1000.0);
                node.put("model", status.model());
                node.put("files_waiting", status.filesWaiting());
            }
            return JsonMapper.shared().writeValueAsString(node) + "\n";
        }

        @Override
        String notRunning() {
            return "{\"running\":false}\n";
        }
    };

    abstract String running(@Nullable Status status);

    abstract String notRunning();
}
