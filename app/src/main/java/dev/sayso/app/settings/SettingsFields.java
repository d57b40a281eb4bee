package dev.sayso.app.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The fields of one part of the settings, each with what holds when it is missing or makes no
/// sense.
record SettingsFields(JsonNode part) {

    boolean truth(String name, boolean otherwise) {
        JsonNode node = part.path(name);
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    String text(String name, String otherwise) {
        JsonNode node = part.path(name);
        return node.isString() ? node.stringValue() : otherwise;
    }

    int whole(String name, int otherwise, int least, int most) {
        JsonNode node = part.path(name);
        boolean good =
                node.canConvertToInt()
                        && node.isIntegralNumber()
                        && node.intValue() >= least
                        && node.intValue() <= most;
        return good ? node.intValue() : otherwise;
    }

    double number(String name, double otherwise) {
        JsonNode node = part.path(name);
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? node.doubleValue()
                : otherwise;
    }

    Duration duration(String name, Duration otherwise) {
        try {
            Duration read = Duration.parse(text(name, ""));
            return read.isNegative() || read.compareTo(Duration.ofDays(365)) > 0 ? otherwise : read;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /// @param values all there are
    <E extends Enum<E>> E choice(String name, E otherwise, E[] values) {
        String wanted = text(name, "");
        for (E value : values) {
            if (value.name().equals(wanted)) {
                return value;
            }
        }
        return otherwise;
    }

    List<String> texts(String name, List<String> otherwise) {
        JsonNode node = part.path(name);
        if (!node.isArray()) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            if (element.isString()) {
                texts.add(element.stringValue());
            }
        }
        return texts;
    }
}
