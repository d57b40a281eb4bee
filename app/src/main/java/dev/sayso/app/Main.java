package dev.sayso.app;

final class Main {
    private Main() {}

    static void main(String[] args) {
        IO.println("sayso " + args.length);
    }
}
