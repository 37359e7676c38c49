package planted.clientela.customer;

/** Sent to write a customer past the gate. */
class BesideTheGate {

    void sneak(FileStore files) {
        files.insertAll();
    }
}
