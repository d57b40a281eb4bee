package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoTest {

    private final Echo echo = new Echo("Anna Kowalski, Ecobee, Grand Rapids, vector lanes");

    @Test
    void wordsOfTheContextAloneAreSuspect() {
        assertThat(echo.suspects("Ecobee.")).isTrue();
        assertThat(echo.suspects("Grand Rapids, Anna")).isTrue();
    }

    @Test
    void aRunOfTheContextIsSuspectWhereverItStands() {
        assertThat(echo.suspects("I think that Kowalski, Ecobee, Grand is it")).isTrue();
    }

    @Test
    void namesInASentenceAreNot() {
        assertThat(echo.suspects("Anna Kowalski flew to Grand Rapids")).isFalse();
        assertThat(echo.suspects("")).isFalse();
        assertThat(new Echo("").suspects("anything at all")).isFalse();
    }

    @Test
    void whatIsHeardWithoutTheContextWasSaid() {
        assertThat(Echo.confirms("anna kowalsky", "Anna Kowalski")).isTrue();
        assertThat(Echo.confirms("an incubator", "Ecobee")).isTrue();
        assertThat(Echo.confirms("", "Ecobee")).isFalse();
        assertThat(Echo.confirms("Mm.", "Anna Kowalski, Ecobee, Grand Rapids")).isFalse();
    }
}
