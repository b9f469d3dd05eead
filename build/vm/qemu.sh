# Sourced by run.sh: the command line of the virtual machine, from the options and the run's directory.
# shellcheck shell=bash disable=SC2154 # options.sh and run.sh set what is read here

qemu_accelerator() {
    if [[ ${SCX_VM_KVM:-} == 1 ]]; then
        [[ -w /dev/kvm ]] || die "SCX_VM_KVM=1, but /dev/kvm cannot be used"
        qemu+=(-accel kvm -cpu host)
        return
    fi
    # With a thread for each virtual CPU, guests crash or hang at their start now and then.
    qemu+=(-accel tcg,thread=single -cpu max)
}

# share NAME DIRECTORY [OPTIONS]: 9p. What the guest's root writes belongs to who runs this, so no privilege is needed.
qemu_share() {
    qemu+=(-virtfs "local,mount_tag=$1,path=${2//,/,,},security_model=none,multidevs=remap${3:-}")
}

qemu_arguments() {
    local port more
    qemu=(qemu-system-x86_64 -nodefaults -no-user-config -display none -no-reboot -smp "$cpus" -m "$memory"
        -kernel "$kernel_dir/vmlinux" -initrd "$run_dir/initramfs" -serial "file:$run_dir/console"
        -append "console=ttyS0 quiet panic=-1 mitigations=off nokaslr audit=0 module.sig_enforce=1 $append"
        -drive "file=${root_disk//,/,,},format=raw,if=virtio,snapshot=on"
        -device virtio-rng-pci -device virtio-serial-pci)
    [[ -z $dotnet_disk ]] || qemu+=(-drive "file=${dotnet_disk//,/,,},format=raw,if=virtio,readonly=on")
    # Files, not pipes: QEMU never has to wait for a reader, so nothing is lost when the guest switches off.
    for port in stdout stderr status; do
        : >"$run_dir/$port"
        qemu+=(-chardev "file,id=$port,path=$run_dir/$port" -device "virtserialport,chardev=$port,name=$port")
    done
    qemu_accelerator
    qemu_share repository "$repository" ,readonly=on
    ((!${#inputs[@]})) || qemu_share inputs "$run_dir/inputs"
    [[ -z $out ]] || qemu_share out "$out"
    read -ra more <<<"$qemu_args"
    qemu+=("${more[@]}")
}
