using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Members that C# makes and nobody has written: those of records, automatic accessors, what a constructor does before its body.</content>
internal sealed partial class IrBuilder
{
    /// <summary>Members of records that make text or numbers of .NET's own; only what C# has for them is known.</summary>
    private static bool IsTextOrHash(IMethodSymbol target) =>
        target is { IsImplicitlyDeclared: true, Name: "ToString" or "PrintMembers" or "GetHashCode" }
            || (target is { IsImplicitlyDeclared: true, Name: "Equals" } && target.Parameters[0].Type.SpecialType == SpecialType.System_Object);

    /// <summary>Lowers a member without source; false if it is none of those that C# makes.</summary>
    private bool LowerSynthesized()
    {
        if (method.MethodKind == MethodKind.Constructor)
            LowerInitializers();
        else if (method.AssociatedSymbol is IPropertySymbol property && BackingField(property) is { } field)
            LowerAccessor(field);
        else if (method is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true })
            return LowerRecordMember();
        else
            return false;
        LowerReturn(null);
        return true;
    }

    private void LowerAccessor(IFieldSymbol field)
    {
        var address = FieldOf(self!, field);
        if (method.MethodKind == MethodKind.PropertySet)
        {
            var value = variables[method.Parameters[0].OriginalDefinition];
            Put(address, Held(value));
        }
        else if (structResult is not null)
        {
            Put(structResult, address);
        }
        else
        {
            LowerReturn(builder.Load(address));
        }
    }

    private bool LowerRecordMember()
    {
        var parameters = method.Parameters.Select(p => variables[p.OriginalDefinition]).ToImmutableArray();
        var type = method.ContainingType;
        switch (method.Name)
        {
            case "Equals":
                LowerReturn(FieldsEqual(self!, parameters[0], type));
                return true;
            case "op_Equality":
                LowerReturn(DefaultEquals(parameters[0], parameters[1], type));
                return true;
            case "op_Inequality":
                LowerReturn(Negated(DefaultEquals(parameters[0], parameters[1], type)));
                return true;
            case "Deconstruct":
                foreach (var parameter in method.Parameters)
                    Put(variables[parameter.OriginalDefinition], MemberNamed(type, parameter.Name));
                LowerReturn(null);
                return true;
            default:
                return false;
        }
    }

    // A positional member is a property or, if the user has written one, a field.
    private Value MemberNamed(INamedTypeSymbol type, string name)
    {
        var member = type.GetMembers(name)[0];
        if (member is IPropertySymbol property && (BackingField(property) is null || !IsAutomatic(property)))
        {
            var result = LowerType(property.Type) is StructType held ? builder.Slot(held) : null;
            return CallMethod(property.GetMethod!, () => self!, [], null, result) ?? result!;
        }
        return Held(FieldNamed(self!, name));
    }

    /// <summary>What a constructor of a struct does before its body: keeps the parameters of a primary constructor, and runs the fields' initialisers.</summary>
    private void LowerInitializers()
    {
        if (method.IsStatic || CallsAnother(method))
            return;
        var type = method.ContainingType;
        foreach (var parameter in method.Parameters)
        {
            string captured = TypeLowering.CapturedName(parameter.Name);
            if (IsPrimary(method) && ((StructType)((PointerType)self!.Type).Target).Fields.Any(f => f.Name == captured))
                Put(FieldNamed(self, captured), Held(variables[parameter.OriginalDefinition]));
        }
        foreach (var member in type.GetMembers().Where(m => !m.IsStatic))
        {
            if (member is IPropertySymbol positional && PositionalParameter(positional) is { } parameter)
                Put(FieldNamed(self!, positional.Name), Held(variables[parameter.OriginalDefinition]));
            else if (member is IFieldSymbol or IPropertySymbol && InitializerOf(member) is { } initializer)
                LowerInitializer(initializer);
        }
    }

    private bool CallsAnother(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ConstructorDeclarationSyntax { Initializer: not null };

    private bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is TypeDeclarationSyntax;

    /// <summary>The parameter of a record that C# made a property of.</summary>
    private IParameterSymbol? PositionalParameter(IPropertySymbol property)
    {
        if (!IsPrimary(method) || property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ParameterSyntax)
            return null;
        return method.Parameters.FirstOrDefault(p => p.Name == property.Name);
    }

    private IOperation? InitializerOf(ISymbol member)
    {
        var clause = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return clause is null ? null : context.Semantics.Of(clause).GetOperation(clause, cancellation);
    }

    private void LowerInitializer(IOperation initializer)
    {
        var done = builder.NewBlock("initialized");
        LowerGraph(
            initializer switch
            {
                IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellation),
                IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellation),
                _ => throw new InternalCompilerException(builder.Span, $"{initializer.Kind} is no initialiser"),
            },
            done);
        builder.Begin(done);
    }
}
