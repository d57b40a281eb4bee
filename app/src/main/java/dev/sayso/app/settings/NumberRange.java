package dev.sayso.app.settings;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/// Numbers that may be typed: a comma is as good as a point.
///
/// @param least asked each time, since it may hang on another number
/// @param most asked each time
/// @param decimals how many are taken
record NumberRange(DoubleSupplier least, DoubleSupplier most, int decimals) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,6})?");

    static NumberRange whole(int least, int most) {
        return new NumberRange(() -> least, () -> most, 0);
    }

    /// The number that was typed; empty when it is none, or out of range.
    OptionalDouble parse(String typed) {
        String text = typed.strip();
        if (!NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        double value = number.doubleValue();
        boolean good =
                number.stripTrailingZeros().scale() <= decimals
                        && value >= least.getAsDouble()
                        && value <= most.getAsDouble();
        return good ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// A number as it is written in a language, without zeros at its end.
    static String text(double number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }
}
